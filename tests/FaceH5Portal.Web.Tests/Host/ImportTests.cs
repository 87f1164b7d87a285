using System.Net;
using System.Text;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.Web.Importing;
using FaceH5Portal.Web.Tests.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Host;

public sealed class ImportTests : IAsyncLifetime
{
    private PortalHost portal = null!;

    public Task InitializeAsync()
    {
        portal = PortalHost.With(new Dictionary<string, string?>());
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("en", "\"Name\",\"Certificate number\",\"Certificate type\",\"Reference\"")]
    [InlineData("zh-CN", "\"姓名\",\"证件号码\",\"证件类型\",\"业务编号\"")]
    public async Task The_empty_table_speaks_the_viewers_language_and_is_read_again(string language, string head)
    {
        using var visitor = portal.Visit(language);
        await visitor.ActAsAsync();
        using var answer = await visitor.GetAsync("/sessions/import/template");
        var file = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([head, ""], TextOf(file).Split("\r\n"));
        byte[] filled = [.. file, .. Encoding.UTF8.GetBytes("测试乙,110101199003070038,,A-1\r\n")];
        var row = Assert.Single(ImportReader.Read(filled, ImportVocabulary.Words).Value.Rows);
        Assert.Equal(("测试乙", "110101199003070038", "A-1", null), (row.Name, row.Number, row.Reference, row.Fault));
    }

    [Fact]
    public async Task The_result_holds_each_line_with_its_link_and_nobody_unmasked_and_is_recorded()
    {
        await BringInAsync("姓名,证件号码,业务编号\n测试乙,110101199003070038,=A-1\n测试丙,123,A-2\n");
        using var visitor = portal.Visit();
        await visitor.ActAsAsync();
        using var answer = await visitor.SendAsync("/sessions/import/result");
        Assert.Equal((HttpStatusCode.OK, "text/csv", true), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl!.NoStore));
        var lines = TextOf(await answer.Content.ReadAsByteArrayAsync()).Split("\r\n");
        Assert.StartsWith("\"2\",\"'=A-1\",\"测**\",\"Created\",\"\",\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("/v/", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("\"3\",\"A-2\",\"测**\",\"Wrong\"", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(",,", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain("110101199003070038", string.Concat(lines), StringComparison.Ordinal);
        await using var db = await portal.Services.GetRequiredService<PortalStore>().ReadAsync(CancellationToken.None);
        Assert.Equal("1", (await db.Set<AuditEntry>().SingleAsync(entry => entry.Action == AuditAction.LinksHandedOver)).Note);
    }

    [Fact]
    public async Task A_link_of_the_result_opens_its_verification()
    {
        await BringInAsync(ImportBench.TwoPeople);
        using var visitor = portal.Visit();
        await visitor.ActAsAsync();
        using var answer = await visitor.SendAsync("/sessions/import/result");
        var cell = TextOf(await answer.Content.ReadAsByteArrayAsync()).Split("\r\n")[1].Split(',')[^1];
        using var person = portal.Visit();
        await person.OpenAsync(new Uri(cell.Trim('"')));
    }

    [Fact]
    public async Task Nobody_gets_the_result_of_another_nor_by_a_form_of_another_site()
    {
        await BringInAsync(ImportBench.TwoPeople);
        using var visitor = portal.Visit();
        await visitor.ActAsAsync();
        using var forged = await visitor.PostAsync("/sessions/import/result");
        Assert.Equal(HttpStatusCode.Found, forged.StatusCode);
        await visitor.ActAsAsync("Reviewer");
        using var other = await visitor.SendAsync("/sessions/import/result");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    private async Task BringInAsync(string text)
    {
        var somebody = await portal.DemoActorAsync(Role.Operator);
        var plans = await portal.Services.GetRequiredService<PlanService>().ListAsync(somebody, CancellationToken.None);
        var plan = plans.Value.Single(known => known.Terms.VendorPlanId == "1001").Id;
        var file = ImportBench.Bytes(text);
        var checkedBatch = await portal.Services.GetRequiredService<ImportDesk>().CheckAsync(
            somebody, plan, ImportBatch.HashOf(file), ImportReader.Read(file, ImportVocabulary.Words).Value, CancellationToken.None);
        var run = portal.Services.GetRequiredService<ImportRuns>().Begin(somebody, checkedBatch.Value, new()).Value;
        Assert.Equal(ImportStage.Done, await ImportBench.EndAsync(run));
    }

    private static string TextOf(byte[] file)
    {
        Assert.Equal(Encoding.UTF8.Preamble, file.AsSpan(0, 3));
        return Encoding.UTF8.GetString(file.AsSpan(3));
    }
}
