using System.Net;
using System.Text;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Endpoints.Export;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Host;

public sealed class ExportTests : IAsyncLifetime
{
    private PortalHost portal = null!;

    public Task InitializeAsync()
    {
        portal = PortalHost.With(new Dictionary<string, string?>());
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task The_export_holds_what_the_list_shows_masked_and_in_order()
    {
        await portal.CreateSessionAsync();
        await portal.CreateSessionAsync("1003", name: "测试乙");
        using var visitor = portal.Visit();
        await visitor.ActAsAsync();
        var lines = await ExportAsync(visitor);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("\"Verification\",\"Created\",\"Person\"", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("\"Charged\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"测**\"", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain("110101199003070011", string.Concat(lines), StringComparison.Ordinal);
        Assert.Empty(lines[3]);
    }

    [Fact]
    public async Task The_export_is_narrowed_like_the_list_and_by_a_person_in_its_body()
    {
        await portal.CreateSessionAsync();
        var other = await portal.CreateSessionAsync(name: "测试丙");
        using var visitor = portal.Visit();
        await visitor.ActAsAsync();
        Assert.Contains(other.Id.ToString(), (await ExportAsync(visitor, ("name", "测试丙")))[1], StringComparison.Ordinal);
        Assert.Equal(2, (await ExportAsync(visitor, ("view", "?status=Passed"))).Length);
    }

    [Fact]
    public async Task Who_may_not_see_money_or_people_gets_neither_by_exporting()
    {
        await portal.CreateSessionAsync();
        using var visitor = portal.Visit();
        await visitor.ActAsAsync("Reviewer");
        Assert.DoesNotContain("Charged", (await ExportAsync(visitor))[0], StringComparison.Ordinal);
        using var charged = await visitor.SendAsync("/sessions/export", ("view", "?charged=true"));
        Assert.Equal(HttpStatusCode.Forbidden, charged.StatusCode);
        await visitor.ActAsAsync("Auditor");
        using var named = await visitor.SendAsync("/sessions/export", ("name", "测试甲"));
        Assert.Equal(HttpStatusCode.Forbidden, named.StatusCode);
    }

    [Fact]
    public async Task An_export_is_recorded_without_whom_it_was_narrowed_to()
    {
        await portal.CreateSessionAsync();
        using var visitor = portal.Visit();
        await visitor.ActAsAsync();
        await ExportAsync(visitor);
        await ExportAsync(visitor, ("view", "?archive=With"));
        await ExportAsync(visitor, ("name", "测试甲"));
        await using var db = await portal.Services.GetRequiredService<PortalStore>().ReadAsync(CancellationToken.None);
        var notes = await db.Set<AuditEntry>().Where(entry => entry.Action == AuditAction.SessionsExported)
            .OrderBy(entry => entry.Sequence).Select(entry => entry.Note).ToListAsync();
        Assert.Equal(["all but the archive", "all", "narrowed"], notes);
    }

    [Fact]
    public async Task A_form_of_another_site_exports_nothing()
    {
        using var visitor = portal.Visit();
        await visitor.ActAsAsync();
        using var answer = await visitor.PostAsync("/sessions/export", ("view", ""));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData(" @cmd", "\"' @cmd\"")]
    [InlineData("\t-2", "\"'\t-2\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a \"b\", c", "\"a \"\"b\"\", c\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("order-7", "\"order-7\"")]
    public void A_cell_is_no_formula(string text, string cell) => Assert.Equal(cell + "\r\n", CsvText.Line([text]));

    private static async Task<string[]> ExportAsync(Visitor visitor, params (string, string)[] fields)
    {
        using var answer = await visitor.SendAsync("/sessions/export", fields);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
        return Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");
    }
}
