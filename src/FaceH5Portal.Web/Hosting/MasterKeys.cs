using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Web.Hosting;

/// <summary>Finds the master keys by the settings; who starts in Development may make one.</summary>
internal static class MasterKeys
{
    public static MasterKeyRing? Load(WebApplicationBuilder builder, bool create) =>
        MasterKeyFile.Load(builder.Configuration["Portal:MasterKey"], FileOf(builder), create, new Entropy());

    /// <summary>Null where no file is named, or the setting itself holds the key.</summary>
    public static string? FileOf(WebApplicationBuilder builder) =>
        string.IsNullOrWhiteSpace(builder.Configuration["Portal:MasterKey"]) && builder.Configuration["Portal:MasterKeyFile"] is { } path
            && !string.IsNullOrWhiteSpace(path) ? Path.GetFullPath(path, builder.Environment.ContentRootPath) : null;
}
