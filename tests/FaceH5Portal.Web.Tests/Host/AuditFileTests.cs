using System.Net;
using System.Text;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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

    [Fact]
    public async Task The_command_verifies_beside_the_running_portal_and_says_where_it_was_rewritten()
    {
        await portal.CreateSessionAsync();
        var (code, said) = await VerifyAsync();
        Assert.Equal(0, code);
        Assert.EndsWith("entries: the audit is as it was written.\n", said, StringComparison.Ordinal);
        await using (var db = await portal.Services.GetRequiredService<PortalStore>().ReadAsync(CancellationToken.None))
            await db.Database.ExecuteSqlRawAsync("DELETE FROM AuditEntries WHERE Sequence = 2");
        (code, said) = await VerifyAsync();
        Assert.Equal(1, code);
        Assert.Contains("\n2: taken away.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_refuses_another_master_key_and_a_database_that_is_not_there()
    {
        var settings = portal.Services.GetRequiredService<PortalSettings>();
        var other = new MasterKeyRing("Portal:MasterKey", new MasterKey(new byte[MasterKey.Bytes]));
        await Assert.ThrowsAsync<PortalStartException>(() => VerifyAudit.RunAsync(settings, other, "/", TextWriter.Null));
        await Assert.ThrowsAsync<PortalStartException>(() => VerifyAudit.RunAsync(settings, null, "/", TextWriter.Null));
        await Assert.ThrowsAsync<PortalStartException>(() =>
            VerifyAudit.RunAsync(settings with { Database = "Data Source=nowhere.db" }, other, Path.GetTempPath(), TextWriter.Null));
    }

    private async Task<(int Code, string Said)> VerifyAsync()
    {
        var services = portal.Services;
        await using var output = new StringWriter { NewLine = "\n" };
        var code = await VerifyAudit.RunAsync(services.GetRequiredService<PortalSettings>(), services.GetRequiredService<MasterKeyRing>(),
            services.GetRequiredService<IHostEnvironment>().ContentRootPath, output);
        return (code, output.ToString());
    }
}
