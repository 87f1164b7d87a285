using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Budgets;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Host.Journey;

public sealed class SpentBudgetTests : IAsyncLifetime
{
    private static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private readonly PortalHost portal = PortalHost.With(new Dictionary<string, string?>());

    public async Task InitializeAsync() => Assert.True((await portal.Services.GetRequiredService<BudgetDesk>().SetAsync(
        Administrator, new NewCap(BudgetScope.Everything, null, BudgetPeriod.Day, 0), CancellationToken.None)).Ok);

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("en", "Nothing is lost")]
    [InlineData("zh-CN", "信息不会丢失")]
    public async Task The_person_reads_in_plain_words_that_nothing_can_be_started_and_the_vendor_is_not_asked(string language, string words)
    {
        using var person = portal.Visit(language);
        await person.OpenAsync((await portal.CreateSessionAsync()).Link);
        var calls = await portal.VendorCallsAsync();
        using var answer = await person.StartAsync(agreed: true);
        var fault = Visitor.Find(await Visitor.PageOfAsync(answer), "verify-error");
        Assert.Equal("budget-spent", fault.GetAttribute("data-code"));
        Assert.Contains(words, fault.TextContent, StringComparison.Ordinal);
        Assert.Equal(calls, await portal.VendorCallsAsync());
    }
}
