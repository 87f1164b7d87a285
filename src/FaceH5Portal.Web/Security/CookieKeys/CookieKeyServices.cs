using FaceH5Portal.Core.Subjects;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace FaceH5Portal.Web.Security.CookieKeys;

internal static class CookieKeyServices
{
    /// <summary>The keys of cookies and forms: kept in a folder, so that a restart forgets nobody, and wrapped by the master key.</summary>
    public static void AddCookieKeys(this IServiceCollection services, string folder)
    {
        services.AddDataProtection().SetApplicationName("FaceH5Portal").PersistKeysToFileSystem(new DirectoryInfo(folder))
            // One pass where the framework's own choice takes two, and every page opens and seals several.
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddSingleton(provider => new CookieKeyFiles(folder, provider.GetRequiredService<KeyWrapping>(), provider));
        services.AddOptions<KeyManagementOptions>().Configure<KeyWrapping>((options, wrapping) => options.XmlEncryptor = new CookieKeyEncryptor(wrapping));
    }
}
