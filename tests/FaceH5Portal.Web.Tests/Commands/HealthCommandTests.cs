using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Commands;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FaceH5Portal.Web.Tests.Commands;

/// <summary>What "health" asks and answers; of a portal that is ready it is OperationsGuideTests that ask.</summary>
public sealed class HealthCommandTests : IDisposable
{
    private readonly CommandRun run = CommandRun.InNewFolder();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task A_portal_that_cannot_serve_is_told_in_its_own_words_and_was_asked_by_its_public_name()
    {
        await using var portal = await WebhookReceiver.StartAsync();
        portal.Answer = async (_, context, cancellationToken) =>
        {
            context.Response.StatusCode = 503;
            await context.Response.WriteAsync("not set up", cancellationToken);
        };
        var (code, said) = await run.CallAsync("health", $"--Urls={portal.Address.GetLeftPart(UriPartial.Authority)}", "--Portal:PublicBaseUrl=https://portal.example");
        Assert.Equal((1, "not set up\n"), (code, said));
        var asked = Assert.Single(portal.Received);
        Assert.Equal(("/health/ready", "portal.example"), (asked.Path, asked.Headers["Host"]));
    }

    [Fact]
    public async Task Where_no_portal_runs_it_says_so() =>
        Assert.Equal((1, "No portal answers at http://127.0.0.1:9/.\n"), await run.CallAsync("health", "--Urls=http://127.0.0.1:9"));

    [Theory]
    [InlineData("http://localhost:5080", null, "http://localhost:5080/")]
    [InlineData("http://+:8080", null, "http://localhost:8080/")]
    [InlineData("http://0.0.0.0:8080;https://[::]:8443", null, "http://localhost:8080/")]
    [InlineData("http://localhost:5080", "https://*:8443", "https://localhost:8443/")]
    public void It_asks_where_kestrel_listens(string urls, string? endpoint, string address) => Assert.Equal(
        address, HealthCommand.AddressOf(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Urls"] = urls, ["Kestrel:Endpoints:Https:Url"] = endpoint }).Build()).ToString());
}
