using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FaceH5Portal.Core.Alarming.Rules;

namespace FaceH5Portal.Web.Alarms;

/// <summary>The certificates that Kestrel is given by the settings, and the master key's file, which is renewed once a year.</summary>
internal sealed class OwnEndings(IConfiguration configuration, IHostEnvironment environment) : IEndingThings
{
    private const int KeyDays = 365;

    public IEnumerable<Ending> All()
    {
        foreach (var (what, end) in Certificates())
            if (end is { } atUtc)
                yield return new Ending(what, atUtc);
        if (string.IsNullOrWhiteSpace(configuration["Portal:MasterKey"]) && configuration["Portal:MasterKeyFile"] is { Length: > 0 } file
            && Path.GetFullPath(file, environment.ContentRootPath) is var key && File.Exists(key))
            // Written anew by each rotation.
            yield return new Ending("Portal:MasterKeyFile", File.GetLastWriteTimeUtc(key).AddDays(KeyDays));
    }

    /// <summary>Each that Kestrel is to serve, and when it ends; null for one that cannot be read: then Kestrel does not start with it either.</summary>
    public IEnumerable<(string What, DateTime? EndUtc)> Certificates() =>
        Sections().Where(section => section["Path"] is { Length: > 0 }).Select(section => ($"certificate {section.Path}", EndOf(section)));

    private IEnumerable<IConfigurationSection> Sections() =>
        configuration.GetSection("Kestrel:Certificates").GetChildren()
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint.GetSection("Certificate")));

    private DateTime? EndOf(IConfigurationSection section)
    {
        var path = Path.GetFullPath(section["Path"]!, environment.ContentRootPath);
        try
        {
            using var certificate = X509Certificate2.GetCertContentType(path) == X509ContentType.Pfx
                ? X509CertificateLoader.LoadPkcs12FromFile(path, section["Password"]) : X509CertificateLoader.LoadCertificateFromFile(path);
            return certificate.NotAfter.ToUniversalTime();
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
