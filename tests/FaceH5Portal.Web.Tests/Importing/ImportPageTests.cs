using AngleSharp.Dom;
using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Importing;
using FaceH5Portal.Web.Pages.Operator.Importing;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Importing;

public sealed class ImportPageTests : IAsyncLifetime
{
    private PortalHarness portal = null!;
    private ConsoleContext context = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        context = Console();
        await context.Services.GetRequiredService<ImportRuns>().StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await context.Services.GetRequiredService<ImportRuns>().StopAsync(CancellationToken.None);
        await context.DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task A_table_is_looked_at_confirmed_and_brought_in()
    {
        var page = Give(ImportBench.TwoPeople);
        Assert.Equal(["Ready", "Ready"], States(page));
        Assert.Equal(0, await SessionsAsync());
        page.Find("[data-testid=import-confirm]").Click();
        WaitForEnd(page, ImportStage.Done);
        Assert.Equal(2, await SessionsAsync());
        Assert.Equal(["Created", "Created"], States(page));
        Assert.All(page.FindAll("[data-testid=import-session]"), link => Assert.StartsWith("/sessions/", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_is_shown_unmasked()
    {
        var page = Give(ImportBench.TwoPeople);
        Assert.DoesNotContain("测试乙", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("110101199003070038", page.Markup, StringComparison.Ordinal);
        Assert.Contains("测**", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_is_shown_first_with_its_line_and_its_reason()
    {
        var page = Give("姓名,证件号码,备注\n测试乙,110101199003070038,x\n测试丙,123,y\n");
        var line = Assert.Single(Lines(page));
        Assert.Equal(("Wrong", "3"), (line.GetAttribute("data-state"), line.QuerySelector("td")!.TextContent));
        Assert.Contains(TextResources.English["Error.number-length"], line.TextContent, StringComparison.Ordinal);
        Assert.Contains("备注", page.Find("[data-testid=import-unused]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=import-show]").Change("");
        Assert.Equal(2, Lines(page).Count);
    }

    [Fact]
    public void A_wrong_check_digit_and_a_double_wait_for_their_ticks()
    {
        var page = Give("姓名,证件号码\n测试乙,11010119900307003X\n测试丙,110101199003070054\n测试丙,110101199003070054\n");
        Assert.Contains("Create 1 ", page.Find("[data-testid=import-confirm]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=accept-check-digit]").Change(true);
        Assert.Contains("Create 2 ", page.Find("[data-testid=import-confirm]").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=accept-duplicates]").Change(true);
        Assert.Contains("Create 3 ", page.Find("[data-testid=import-confirm]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_tables_are_turned_over_page_by_page()
    {
        var page = Give(ImportBench.ManyLines(101));
        Assert.Equal(50, Lines(page).Count);
        Assert.Empty(page.FindAll("[data-testid=import-previous]"));
        page.Find("[data-testid=import-next]").Click();
        page.Find("[data-testid=import-next]").Click();
        Assert.Equal("102", Assert.Single(Lines(page)).QuerySelector("td")!.TextContent);
        Assert.Empty(page.FindAll("[data-testid=import-next]"));
    }

    [Theory]
    [InlineData("foo,bar\n1,2\n", "import-columns")]
    [InlineData("PK\u0003\u0004", "import-workbook")]
    public void A_file_that_is_no_table_is_refused_with_the_reason(string text, string code)
    {
        var page = Show();
        Choose(page, ImportBench.Bytes(text));
        page.WaitForAssertion(() => Assert.Equal(code, page.Find("[data-testid=error]").GetAttribute("data-code")));
        Assert.Empty(page.FindAll("[data-testid=import-preview]"));
    }

    [Fact]
    public void A_file_beyond_the_limit_is_not_even_fetched()
    {
        var page = Show();
        Choose(page, new byte[ImportReader.MostBytes + 1]);
        page.WaitForAssertion(() => Assert.Equal("import-too-big", page.Find("[data-testid=error]").GetAttribute("data-code")));
    }

    [Fact]
    public void Another_plan_judges_the_same_table_anew()
    {
        var page = Give("姓名,证件号码\n测试乙,123\n");
        Assert.Equal(["Wrong"], States(page));
        var option = page.FindAll("[data-testid=plan-select] option").Single(o => o.TextContent.StartsWith("1003", StringComparison.Ordinal));
        page.Find("[data-testid=plan-select]").Change(option.GetAttribute("value"));
        page.WaitForAssertion(() => Assert.Equal(["Ready"], States(page)));
        Assert.Single(page.FindAll("[data-testid=import-hint]"));
    }

    [Fact]
    public async Task Who_comes_back_finds_the_table_and_may_close_it()
    {
        var page = Give(ImportBench.TwoPeople);
        page.Find("[data-testid=import-confirm]").Click();
        WaitForEnd(page, ImportStage.Done);

        var again = context.Render<ImportPage>();
        WaitForEnd(again, ImportStage.Done);
        again.Find("[data-testid=import-close]").Click();
        again.WaitForElement("[data-testid=import-form]");
        Assert.Equal(2, await SessionsAsync());
    }

    [Fact]
    public async Task Who_may_not_create_is_told_which_permission_is_missing()
    {
        await using var auditor = new ConsoleContext(portal, Role.Auditor);
        var page = auditor.Render<ImportPage>();
        page.WaitForElement("[data-testid=import-form]");
        Choose(page, ImportBench.Bytes(ImportBench.TwoPeople));
        page.WaitForAssertion(() => Assert.Contains("create verifications", page.Find("[data-testid=error]").TextContent, StringComparison.Ordinal));
    }

    private ConsoleContext Console() => new(portal);

    private IRenderedComponent<ImportPage> Give(string text)
    {
        var page = Show();
        Choose(page, ImportBench.Bytes(text));
        page.WaitForElement("[data-testid=import-preview]");
        return page;
    }

    private IRenderedComponent<ImportPage> Show()
    {
        var page = context.Render<ImportPage>();
        page.WaitForElement("[data-testid=import-form]");
        var option = page.FindAll("[data-testid=plan-select] option").Single(o => o.TextContent.StartsWith("1001", StringComparison.Ordinal));
        page.Find("[data-testid=plan-select]").Change(option.GetAttribute("value"));
        return page;
    }

    private static void Choose(IRenderedComponent<ImportPage> page, byte[] file) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(file, "people.csv"));

    private static void WaitForEnd(IRenderedComponent<ImportPage> page, ImportStage stage) =>
        page.WaitForAssertion(() => Assert.Equal(stage.ToString(), page.Find("[data-testid=import-run]").GetAttribute("data-stage")));

    private static IReadOnlyList<IElement> Lines(IRenderedComponent<ImportPage> page) => page.FindAll("[data-testid=import-line]");

    private static IEnumerable<string> States(IRenderedComponent<ImportPage> page) => Lines(page).Select(line => line.GetAttribute("data-state")!);

    private Task<int> SessionsAsync() => new ImportBench(portal).SessionsAsync();
}
