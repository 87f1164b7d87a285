using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Commands;
using FaceH5Portal.Web.Commands.Doctor;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Web.Tests.Commands;

/// <summary>What doctor finds of the photo vendors and of the certificates, over real connections on this machine.</summary>
public sealed class DoctorOutsideTests : CommandCase
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_photo_vendor_without_keys_is_not_offered_and_no_fault()
    {
        var said = await LiveAsync();
        Assert.Contains("ok   Photo vendor: Juhe has no keys and is not offered.\nok   Photo vendor: Tencent Cloud has no keys and is not offered.\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain("retired", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_vendor_of_which_a_key_was_forgotten_is_told_with_the_setting()
    {
        var said = await LiveAsync("--Vendors:Linkface:ApiId=lf_test_api_id");
        Assert.Contains("BAD  Photo vendor: Linkface is not offered: Vendors:Linkface:ApiSecret is not set", said, StringComparison.Ordinal);
        Assert.Contains("     Set it, in the environment as Vendors__Linkface__ApiSecret", said, StringComparison.Ordinal);
        Assert.DoesNotContain("lf_test_api_id", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_vendor_with_its_keys_is_reached_without_them_and_without_a_check()
    {
        await using var vendor = await WebhookReceiver.StartAsync();
        var said = await LiveAsync(Linkface(vendor.Address));
        Assert.Contains("ok   Photo vendor: Linkface has its keys, and 127.0.0.1 answers.", said, StringComparison.Ordinal);
        var asked = Assert.Single(vendor.Received);
        Assert.Equal(("/", ""), (asked.Path, asked.Body));
        Assert.DoesNotContain(asked.Headers.Values, value => value.Contains("lf_test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_photo_vendor_whose_clock_is_another_is_told_with_the_seconds()
    {
        await using var vendor = await WebhookReceiver.StartAsync();
        vendor.Answer = (_, context, _) =>
        {
            context.Response.Headers.Date = TimeProvider.System.GetUtcNow().AddHours(1).ToString("R");
            return WebhookReceiver.SayAsync(context, 404);
        };
        Assert.Matches(@"BAD  Photo vendor: This machine's clock and that of Linkface are 3[56]\d\d seconds apart\.\n     Set it by NTP", await LiveAsync(Linkface(vendor.Address)));
    }

    [Fact]
    public async Task A_photo_vendor_that_is_away_is_advice_and_a_setting_of_it_that_cannot_be_used_a_fault()
    {
        Assert.Contains("note Photo vendor: Linkface could not be reached (Unreachable).", await LiveAsync(Linkface(new Uri("http://127.0.0.1:9"))), StringComparison.Ordinal);
        Assert.Contains("BAD  Settings: A setting cannot be used: Vendors:Linkface:BaseUrl", await LiveAsync(Linkface(new Uri("http://linkface.example"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_certificate_that_the_public_address_shows_is_looked_at_as_a_browser_would()
    {
        Assert.Contains("shows a certificate that this machine does not trust.", await ServedAsync("localhost", Now.AddDays(90)), StringComparison.Ordinal);
        Assert.Contains("shows a certificate of another name.", await ServedAsync("other.example", Now.AddDays(90)), StringComparison.Ordinal);
        Assert.Contains($"ended at {Now.AddDays(-1).UtcDateTime:u}.\n     Renew it now", await ServedAsync("localhost", Now.AddDays(-1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_shows_no_certificate_is_advice()
    {
        var (_, said) = await Run.CallAsync("doctor", "--Portal:PublicBaseUrl=https://localhost:9");
        Assert.Contains("note Certificate: localhost:9 shows no certificate to this machine.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Certificate", (await Run.CallAsync("doctor", "--Portal:PublicBaseUrl=http://localhost:9")).Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(90, "CertificateGood")]
    [InlineData(13, "CertificateEnds")]
    [InlineData(0, "CertificateOver")]
    public void A_certificate_that_browsers_trust_is_judged_by_its_end(int days, string code)
    {
        var words = new DoctorWords(CommandWords.Texts);
        var (now, end) = (Now.UtcDateTime, Now.UtcDateTime.AddDays(days));
        Assert.Equal(words.Of(Enum.Parse<DoctorCode>(code), "portal.example:443", $"{end:u}"),
            CertificateCheck.Of(words, "portal.example:443", new ServedCertificate(end, SslPolicyErrors.None), now));
    }

    [Fact]
    public async Task A_certificate_that_the_portal_is_to_serve_is_told_before_it_ends_and_where_it_cannot_be_read()
    {
        var file = Path.Combine(Run.Folder, "own.pem");
        using (var certificate = Certificate("localhost", Now.AddDays(10)))
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());
        Assert.Contains($"note Certificate: certificate Kestrel:Certificates:Default ends at {Now.AddDays(10).UtcDateTime:u}.",
            (await Run.CallAsync("doctor", $"--Kestrel:Certificates:Default:Path={file}")).Said, StringComparison.Ordinal);
        var (code, said) = await Run.CallAsync("doctor", $"--Kestrel:Certificates:Default:Path={file}.away");
        Assert.Equal(1, code);
        Assert.Contains("BAD  Certificate: certificate Kestrel:Certificates:Default cannot be read.", said, StringComparison.Ordinal);
    }

    private async Task<string> LiveAsync(params string[] settings) =>
        (await Run.CallAsync(["doctor", "--Vendors:Environment=Live", .. settings])).Said;

    private static string[] Linkface(Uri address) =>
        [$"--Vendors:Linkface:BaseUrl={address.GetLeftPart(UriPartial.Authority)}", "--Vendors:Linkface:ApiId=lf_test_api_id", "--Vendors:Linkface:ApiSecret=lf_test_api_secret"];

    /// <summary>What is said of a server on this machine with such a certificate.</summary>
    private async Task<string> ServedAsync(string name, DateTimeOffset end)
    {
        using var certificate = Certificate(name, end);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        var port = FreePort.Next();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(certificate)));
        await using var server = builder.Build();
        server.Run(context => context.Response.WriteAsync("here"));
        await server.StartAsync();
        var (code, said) = await Run.CallAsync("doctor", $"--Portal:PublicBaseUrl=https://localhost:{port}");
        Assert.Equal(1, code);
        return said;
    }

    private static X509Certificate2 Certificate(string name, DateTimeOffset end)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(end.AddYears(-1), end);
    }
}
