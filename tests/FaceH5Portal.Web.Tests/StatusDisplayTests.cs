using Bunit;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Pages.Shared;
using MudBlazor;

namespace FaceH5Portal.Web.Tests;

public sealed class StatusDisplayTests
{
    public static TheoryData<SessionStatus> Statuses => [.. Enum.GetValues<SessionStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Every_status_has_words_in_both_languages_and_an_icon(SessionStatus status)
    {
        var display = StatusDisplay.Of(status);
        Assert.Contains(display.TextKey, TextResources.English.Keys);
        Assert.Contains(display.TextKey, TextResources.Chinese.Keys);
        Assert.NotEmpty(display.Icon);
    }

    [Fact]
    public void No_two_statuses_look_the_same() =>
        Assert.Equal(Enum.GetValues<SessionStatus>().Length, Enum.GetValues<SessionStatus>().Select(StatusDisplay.Of).Distinct().Count());

    [Fact]
    public void No_two_statuses_say_the_same()
    {
        var keys = Enum.GetValues<SessionStatus>().Select(status => StatusDisplay.Of(status).TextKey).ToList();
        Assert.Distinct(keys.Select(key => TextResources.English[key]));
        Assert.Distinct(keys.Select(key => TextResources.Chinese[key]));
    }

    [Theory]
    [InlineData(SessionStatus.AwaitingUser, Color.Default)]
    [InlineData(SessionStatus.Capturing, Color.Info)]
    [InlineData(SessionStatus.Confirming, Color.Info)]
    [InlineData(SessionStatus.Passed, Color.Success)]
    [InlineData(SessionStatus.Failed, Color.Error)]
    [InlineData(SessionStatus.Expired, Color.Warning)]
    [InlineData(SessionStatus.Cancelled, Color.Dark)]
    [InlineData(SessionStatus.Unresolved, Color.Error)]
    public void The_colour_says_how_it_went(SessionStatus status, Color color) => Assert.Equal(color, StatusDisplay.Of(status).Color);

    [Fact]
    public void A_status_without_a_display_is_noticed() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StatusDisplay.Of((SessionStatus)99));

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public async Task The_chip_shows_every_status_in_the_words_of_the_viewer(string language)
    {
        await using var portal = await PortalHarness.StartAsync();
        await using var context = new ConsoleContext(portal, language: language);
        var words = language == "en" ? TextResources.English : TextResources.Chinese;
        foreach (var status in Enum.GetValues<SessionStatus>())
        {
            var chip = context.Render<StatusChip>(parameters => parameters.Add(c => c.Status, status)).Find("[data-testid=status]");
            Assert.Equal((status.ToString(), words[$"Status.{status}"]), (chip.GetAttribute("data-status"), chip.TextContent.Trim()));
        }
    }
}
