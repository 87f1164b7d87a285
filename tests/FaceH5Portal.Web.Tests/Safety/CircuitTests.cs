using System.Net;
using FaceH5Portal.Web.Tests.Host;

namespace FaceH5Portal.Web.Tests.Safety;

/// <summary>Who may open the console's circuit, and that nothing beside secrets is compressed.</summary>
[Collection(HostTests.Name)]
public sealed class CircuitTests(PortalHost portal)
{
    [Theory]
    [InlineData("https://localhost", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("https://localhost.evil.example", false)]
    [InlineData("https://localhost:444", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task A_socket_opens_for_a_page_of_ours_alone(string? origin, bool opens)
    {
        var client = portal.Server.CreateWebSocketClient();
        client.ConfigureRequest = request =>
        {
            if (origin is not null)
                request.Headers.Origin = origin;
        };
        var address = new Uri("wss://localhost/_blazor");
        if (!opens)
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => client.ConnectAsync(address, CancellationToken.None));
            Assert.Contains("403", refused.Message, StringComparison.Ordinal);
            return;
        }
        using var socket = await client.ConnectAsync(address, CancellationToken.None);
        Assert.Equal(System.Net.WebSockets.WebSocketState.Open, socket.State);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("https://localhost", HttpStatusCode.OK)]
    public async Task Nor_may_another_site_ask_for_a_circuit_by_other_means(string origin, HttpStatusCode status)
    {
        using var visitor = portal.Visit();
        using var answer = await visitor.AskAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", ("Origin", origin));
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task No_answer_that_shows_something_of_somebody_is_compressed()
    {
        using var visitor = portal.Visit();
        await visitor.OpenAsync((await portal.CreateSessionAsync()).Link);
        foreach (var path in new[] { "/verify", "/", "/sessions", "/api/v1/sessions", "/broken" })
        {
            using var answer = await visitor.GetAsync(path, ("Accept-Encoding", "gzip, br, deflate, zstd"));
            Assert.Equal((path, 0), (path, answer.Content.Headers.ContentEncoding.Count));
        }
    }
}
