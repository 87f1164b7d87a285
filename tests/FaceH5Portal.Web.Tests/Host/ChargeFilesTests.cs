using System.Net;
using System.Text;

namespace FaceH5Portal.Web.Tests.Host;

public sealed class ChargeFilesTests : IAsyncLifetime
{
    private PortalHost portal = null!;

    public Task InitializeAsync()
    {
        portal = PortalHost.With(new Dictionary<string, string?>());
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("Auditor", "2026-03", HttpStatusCode.OK)]
    [InlineData("Auditor", "2026-13", HttpStatusCode.NotFound)]
    [InlineData("Operator", "2026-03", HttpStatusCode.Forbidden)]
    public async Task A_statement_is_the_auditors(string role, string month, HttpStatusCode status)
    {
        using var visitor = portal.Visit();
        await visitor.ActAsAsync(role);
        using var answer = await visitor.SendAsync("/admin/statements/taken", ("month", month));
        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.OK)
            Assert.StartsWith("\"Day\",\"Plan\"", Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()).TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Auditor", HttpStatusCode.OK)]
    [InlineData("Operator", HttpStatusCode.Forbidden)]
    public async Task Charges_are_taken_with_the_vendors_own_id_of_each_call(string role, HttpStatusCode status)
    {
        using var person = portal.Visit();
        var session = await portal.CreateSessionAsync();
        await person.OpenAsync(session.Link);
        using var started = await person.StartAsync(agreed: true);
        await portal.CaptureAndReturnAsync(person, started.Headers.Location!);
        using var visitor = portal.Visit();
        await visitor.ActAsAsync(role);
        using var answer = await visitor.SendAsync("/admin/charges/export", ("type", "Verify"));
        Assert.Equal(status, answer.StatusCode);
        if (status != HttpStatusCode.OK)
            return;
        var lines = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var logId = (await portal.SeeAsync(session.Id)).Attempts[0].VerifyLogId;
        Assert.Contains($"\"0.80\",\"0.80\",\"CNY\",\"{session.Id}\",\"{logId}\"", Assert.Single(lines[1..]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Auditor", HttpStatusCode.NotFound)]
    [InlineData("Operator", HttpStatusCode.Forbidden)]
    public async Task A_pack_that_nobody_made_is_not_found_and_a_strangers_is_forbidden(string role, HttpStatusCode status)
    {
        using var visitor = portal.Visit();
        await visitor.ActAsAsync(role);
        using var answer = await visitor.SendAsync("/admin/disputes/pack", ("token", Guid.NewGuid().ToString()));
        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("/admin/statements/taken", "month", "2026-03")]
    [InlineData("/admin/disputes/pack", "token", "00000000-0000-0000-0000-000000000000")]
    [InlineData("/admin/audit/export", "actor", "system")]
    [InlineData("/admin/charges/export", "month", "2026-03")]
    public async Task A_form_of_another_site_takes_nothing(string path, string field, string value)
    {
        using var visitor = portal.Visit();
        await visitor.ActAsAsync("Administrator");
        using var answer = await visitor.PostAsync(path, (field, value));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }
}
