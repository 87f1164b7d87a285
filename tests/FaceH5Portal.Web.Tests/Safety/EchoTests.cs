using FaceH5Portal.Web.Tests.Host;

namespace FaceH5Portal.Web.Tests.Safety;

[Collection(HostTests.Name)]
public sealed class EchoTests(PortalHost portal)
{
    [Fact]
    public async Task A_request_is_never_echoed()
    {
        using var visitor = portal.Visit();
        foreach (var path in new[] { "/", "/verify", "/api/v1/sessions", "/end-user.css" })
        {
            using var answer = await visitor.AskAsync(HttpMethod.Trace, path, ("Cookie", "__Host-visit=echo"));
            Assert.False(answer.IsSuccessStatusCode, path);
            Assert.DoesNotContain("echo", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
