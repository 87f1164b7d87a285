using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Pages.Admin;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Web.Tests.Charging;

public sealed class MonthPagesTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_month_is_closed_and_opened_again_with_a_reason()
    {
        portal.Advance(TimeSpan.FromDays(36));
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<MonthsPage>();
        page.WaitForElement("[data-testid=month-close]").Click();
        page.WaitForElement("[data-testid=month][data-closed=true]");
        page.Find("[data-testid=month-reopen]").Click();
        page.WaitForAssertion(() => Assert.Equal("text-required", page.Find("[data-testid=error]").GetAttribute("data-code")));
        page.Find("[data-testid=month-reason]").Change("A charge was missing");
        page.Find("[data-testid=month-reopen]").Click();
        page.WaitForElement("[data-testid=month][data-closed=false]");
        Assert.Empty(page.FindAll("[data-testid=error]"));
    }

    [Fact]
    public async Task Of_two_closed_months_each_has_its_own_reason()
    {
        portal.Advance(TimeSpan.FromDays(31));
        await (await SessionDriver.CreateAsync(portal)).GoThroughAsync();
        portal.Advance(TimeSpan.FromDays(36));
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<MonthsPage>();
        page.WaitForElement("[data-testid=month-close]").Click();
        page.WaitForElement("[data-testid=month][data-closed=true]");
        page.Find("[data-testid=month-close]").Click();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("[data-testid=month][data-closed=true]").Count));
        page.FindAll("[data-testid=month-reason]")[0].Change("A charge was missing");
        page.FindAll("[data-testid=month-reopen]")[1].Click();
        page.WaitForAssertion(() => Assert.Equal("text-required", page.Find("[data-testid=error]").GetAttribute("data-code")));
        Assert.Equal(2, page.FindAll("[data-testid=month][data-closed=true]").Count);
    }

    [Fact]
    public async Task The_month_that_runs_says_from_when_it_can_be_closed()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<MonthsPage>();
        page.WaitForAssertion(() => Assert.Contains("can be closed from 2026-04-05 on", page.Find("[data-testid=month]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=month-close]"));
    }

    [Fact]
    public async Task A_statement_sums_the_month_and_says_that_it_is_preliminary()
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = context.Render<StatementPage>(parameters => parameters.Add(p => p.Month, "2026-03"));
        page.WaitForAssertion(() => Assert.Equal("1 charged calls, ¥0.80", page.Find("[data-testid=statement-sum]").TextContent));
        Assert.Contains("Preliminary", page.Find("[data-testid=statement-state]").TextContent, StringComparison.Ordinal);
        Assert.Equal("¥0.80", page.Find("[data-testid=statement-plans] [data-testid=sum-amount]").TextContent);
    }

    [Fact]
    public async Task A_bill_is_taken_in_and_laid_beside_the_ledger()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<StatementPage>(parameters => parameters.Add(p => p.Month, "2026-03"));
        page.WaitForElement("[data-testid=bill-empty]");
        page.WaitForElement("[data-testid=bill-file]");
        Give(page, "消费日期,计费项,用量,金额\n2026-03-01,人脸实名认证,9,x\n");
        page.WaitForAssertion(() => Assert.Equal("bill-row-number", page.Find("[data-testid=bill] [data-testid=error]").GetAttribute("data-code")));
        page.Find("[data-testid=bill-word][data-type=Verify]").Change("FACE");
        Give(page, "消费日期,计费项,用量,金额\n2026-03-01,FACE,1,0.90\n");
        page.WaitForElement("[data-testid=bill-match][data-state=AmountMismatch]");
        Assert.Empty(page.FindAll("[data-testid=error]"));
    }

    [Fact]
    public async Task Each_vendor_has_a_bill_of_its_own_with_words_for_its_own_charges()
    {
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var page = context.Render<StatementPage>(parameters => parameters.Add(p => p.Month, "2026-03"));
        page.WaitForElement("[data-testid=bill-vendor]").Change("Juhe");
        page.WaitForAssertion(() => Assert.Equal(["JuhePhoto"], page.FindAll("[data-testid=bill-word]").Select(word => word.GetAttribute("data-type")!)));
        Give(page, "消费日期,计费项,用量,金额\n2026-03-01,人脸实名认证,1,0.90\n");
        page.WaitForElement("[data-testid=bill] [data-testid=error]");
        Assert.NotEmpty(page.FindAll("[data-testid=bill-empty]"));
    }

    [Fact]
    public async Task A_month_is_proved_on_its_statement()
    {
        await using var context = new ConsoleContext(portal, Role.Auditor);
        var page = context.Render<StatementPage>(parameters => parameters.Add(p => p.Month, "2026-03"));
        page.WaitForElement("[data-testid=proof-run]").Click();
        page.WaitForElement("[data-testid=proof-result][data-holds=true]");
        Assert.Equal("Agrees: 1", page.Find("[data-testid=proof-state]").TextContent);
    }

    [Fact]
    public async Task A_month_that_does_not_hold_names_the_session_and_is_not_closed()
    {
        await using (var db = await portal.Get<PortalStore>().ReadAsync(CancellationToken.None))
            await db.Database.ExecuteSqlRawAsync("DELETE FROM LedgerEntries");
        portal.Advance(TimeSpan.FromDays(36));
        await using var context = new ConsoleContext(portal, Role.Administrator);
        var statement = context.Render<StatementPage>(parameters => parameters.Add(p => p.Month, "2026-03"));
        statement.WaitForElement("[data-testid=proof-run]").Click();
        statement.WaitForElement("[data-testid=proof-result][data-holds=false]");
        Assert.Single(statement.FindAll("[data-testid=proof-session]"));
        var months = context.Render<MonthsPage>();
        months.WaitForElement("[data-testid=month-close]").Click();
        months.WaitForAssertion(() => Assert.Equal("month-unproven", months.Find("[data-testid=error]").GetAttribute("data-code")));
    }

    [Theory]
    [InlineData("2026-13", Role.Auditor, "not-found")]
    [InlineData("2026-03", Role.Operator, "access-denied")]
    public async Task What_is_no_month_or_not_to_be_seen_is_said_in_words(string month, Role role, string code)
    {
        await using var context = new ConsoleContext(portal, role);
        var page = context.Render<StatementPage>(parameters => parameters.Add(p => p.Month, month));
        page.WaitForAssertion(() => Assert.Equal(code, page.Find("[data-testid=error]").GetAttribute("data-code")));
    }

    private static void Give(IRenderedComponent<StatementPage> page, string text) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "bill.csv"));
}
