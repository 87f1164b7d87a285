using System.Net;
using System.Text;

namespace FaceH5Portal.Web.Tests.Host;

public sealed class AuditFileTests : IAsyncLifetime
{
    private PortalHost portal = null!;

    public Task InitializeAsync()
    {
        portal = PortalHost.With(new Dictionary<string, string?>());
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("Auditor", HttpStatusCode.OK)]
    [InlineData("Administrator", HttpStatusCode.OK)]
    [InlineData("Operator", HttpStatusCode.Forbidden)]
    [InlineData("Reviewer", HttpStatusCode.Forbidden)]
    public async Task The_audit_is_taken_by_who_may_read_it(string role, HttpStatusCode status)
    {
        using var visitor = portal.Visit();
        await visitor.ActAsAsync(role);
        using var answer = await visitor.SendAsync("/admin/audit/export", ("action", "AuditExported"));
        Assert.Equal(status, answer.StatusCode);
        if (status != HttpStatusCode.OK)
            return;
        var lines = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("\"No.\",\"Time (UTC)\",\"Who\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"AuditExported\",\"audit\",", Assert.Single(lines[1..]), StringComparison.Ordinal);
    }
}
