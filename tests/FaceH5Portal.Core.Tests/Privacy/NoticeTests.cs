using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Privacy.Notices;
using FaceH5Portal.Core.Tests.Erasure;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Privacy;

public sealed class NoticeTests : IAsyncLifetime
{
    public const string Whole = "# Who asks\n{organization}, {support}\n# What for\n{purpose}\n# What is sent\n{sent} {vendor}\n# How long\n{days} days";

    private PortalHarness portal = null!;

    private NoticeDesk Desk => portal.Get<NoticeDesk>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_draft_is_read_by_nobody_until_it_is_published_and_never_changes_then()
    {
        Assert.Null(await Desk.CurrentAsync(default));
        Assert.Equal(1, (await DraftAsync(0, Whole)).Value);
        Assert.Null(await Desk.CurrentAsync(default));
        Assert.True((await Desk.PublishAsync(ErasureBench.Admin, 1, default)).Ok);
        Assert.Equal((1, Whole), await Desk.CurrentAsync(default) is { } first ? (first.Number, first.English) : default);
        Assert.Equal("notice-published", CodeOf(await Desk.PublishAsync(ErasureBench.Admin, 1, default)));
        Assert.Equal(2, (await DraftAsync(0, Whole + "!")).Value);
        Assert.Equal((1, Whole), await Desk.CurrentAsync(default) is { } still ? (still.Number, still.English) : default);
    }

    [Theory]
    [InlineData("{vendor}", "notice-no-vendor")]
    [InlineData("{purpose}", "notice-clause-missing")]
    [InlineData("{days}", "notice-clause-missing")]
    [InlineData("# Who asks\n", "notice-no-question")]
    public async Task It_is_not_published_without_what_people_have_to_be_told_in_either_language(string missing, string code)
    {
        var lacking = Whole.Replace(missing, "", StringComparison.Ordinal);
        await DraftAsync(0, lacking);
        var refused = await Desk.PublishAsync(ErasureBench.Admin, 1, default);
        Assert.Equal([(code, "Chinese"), (code, "English")], refused.Errors.Select(error => (error.Code, error.Field!)));
        Assert.Null(await Desk.CurrentAsync(default));
    }

    [Fact]
    public async Task Both_languages_are_needed()
    {
        await Desk.DraftAsync(ErasureBench.Admin, 0, Whole, "", default);
        Assert.Equal(("text-required", "English"), (await Desk.PublishAsync(ErasureBench.Admin, 1, default)).Errors is [var error] ? (error.Code, error.Field!) : default);
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_second_is_told()
    {
        await DraftAsync(0, Whole);
        Assert.True((await DraftAsync(1, Whole + " a")).Ok);
        Assert.Equal(PortalError.ChangedMeanwhile, CodeOf(await DraftAsync(1, Whole + " b")));
    }

    [Fact]
    public void Places_are_filled_once_and_what_stands_in_them_is_never_read_again()
    {
        var parts = NoticeText.PartsOf("# Why {purpose}\nFor {purpose}.\nSent: {unknown} {", new Dictionary<string, string> { ["{purpose}"] = "a {days} test", ["{days}"] = "3" });
        Assert.Equal([("Why a {days} test", "For a {days} test. Sent: {unknown} {")], parts);
    }

    private Task<Result<int>> DraftAsync(int expected, string text) => Desk.DraftAsync(ErasureBench.Admin, expected, text, text, default);

    private static string CodeOf<T>(Result<T> answer) => Assert.Single(answer.Errors).Code;
}
