using FaceH5Portal.Core.Subjects;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace FaceH5Portal.Web.Security.CookieKeys;

internal static class CookieKeyServices
{
    /// <summary>The keys of cookies and forms: kept in a folder, so that a restart forgets nobody, and wrapped by the master key.</summary>
    public static void AddCookieKeys(this IServiceCollection services, string folder)
    {
        services.AddDataProtection().SetApplicationName("FaceH5Portal").PersistKeysToFileSystem(new DirectoryInfo(folder));
        services.AddSingleton(provider => new CookieKeyFiles(folder, provider.GetRequiredService<KeyWrapping>(), provider));
        services.AddOptions<KeyManagementOptions>().Configure<KeyWrapping>((options, wrapping) => options.XmlEncryptor = new CookieKeyEncryptor(wrapping));
    }
}
