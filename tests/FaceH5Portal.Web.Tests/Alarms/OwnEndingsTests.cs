using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FaceH5Portal.Web.Alarms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace FaceH5Portal.Web.Tests.Alarms;

/// <summary>The portal knows when its own certificate ends, and when its master key is due to be renewed.</summary>
public sealed class OwnEndingsTests : IDisposable
{
    private static readonly DateTimeOffset End = new(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("endings-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Kestrel:Certificates:Default", "own.pfx", "")]
    [InlineData("Kestrel:Certificates:Default", "own.pfx", "password")]
    [InlineData("Kestrel:Endpoints:Https:Certificate", "own.pem", null)]
    public void A_certificate_that_kestrel_is_given_is_told_with_its_end(string section, string file, string? password)
    {
        using var certificate = Certificate();
        File.WriteAllBytes(Path.Combine(folder, file), password is null ? System.Text.Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()) : certificate.Export(X509ContentType.Pfx, password));
        var ending = Assert.Single(EndingsOf(($"{section}:Path", file), ($"{section}:Password", password)).All());
        Assert.Equal(($"certificate {section}", End.UtcDateTime), (ending.What, ending.AtUtc));
    }

    [Fact]
    public void A_file_that_is_no_certificate_is_left_to_kestrel_to_refuse()
    {
        File.WriteAllText(Path.Combine(folder, "own.pem"), "nothing");
        Assert.Empty(EndingsOf(("Kestrel:Certificates:Default:Path", "own.pem"), ("Kestrel:Certificates:Other:Path", "not-there.pem")).All());
    }

    [Fact]
    public void A_master_key_is_to_be_renewed_a_year_after_its_file_was_written()
    {
        var file = Path.Combine(folder, "master.key");
        File.WriteAllText(file, "a key");
        File.SetLastWriteTimeUtc(file, End.UtcDateTime);
        var ending = Assert.Single(EndingsOf(("Portal:MasterKeyFile", "master.key")).All());
        Assert.Equal(("Portal:MasterKeyFile", End.UtcDateTime.AddDays(365)), (ending.What, ending.AtUtc));
        Assert.Empty(EndingsOf(("Portal:MasterKeyFile", "master.key"), ("Portal:MasterKey", "the key itself")).All());
    }

    private OwnEndings EndingsOf(params (string Name, string? Value)[] settings) => new(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => setting.Value)).Build(),
        new HostingEnvironment { ContentRootPath = folder });

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=portal.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(End.AddYears(-1), End);
    }
}
