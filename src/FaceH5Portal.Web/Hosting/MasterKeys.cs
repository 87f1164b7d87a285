using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Web.Hosting;

/// <summary>Finds the master keys by the settings; only Development may make one.</summary>
internal static class MasterKeys
{
    public static MasterKeyRing? Load(WebApplicationBuilder builder)
    {
        var path = builder.Configuration["Portal:MasterKeyFile"];
        return MasterKeyFile.Load(
            builder.Configuration["Portal:MasterKey"],
            string.IsNullOrWhiteSpace(path) ? null : Path.GetFullPath(path, builder.Environment.ContentRootPath),
            create: builder.Environment.IsDevelopment(), new Entropy());
    }
}
