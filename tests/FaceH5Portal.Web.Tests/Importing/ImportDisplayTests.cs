using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.Web.Display;
using MudBlazor;

namespace FaceH5Portal.Web.Tests.Importing;

public sealed class ImportDisplayTests
{
    [Theory]
    [InlineData(ImportLineState.Ready, Color.Info)]
    [InlineData(ImportLineState.Wrong, Color.Error)]
    [InlineData(ImportLineState.Duplicate, Color.Warning)]
    [InlineData(ImportLineState.Created, Color.Success)]
    public void The_colour_says_what_becomes_of_a_line(ImportLineState state, Color color) => Assert.Equal(color, ImportDisplay.Of(state).Color);

    [Fact]
    public void No_two_states_look_or_read_alike()
    {
        var displays = Enum.GetValues<ImportLineState>().Select(ImportDisplay.Of).ToList();
        Assert.Distinct(displays.Select(display => display.Icon));
        Assert.Distinct(displays.Select(display => TextResources.English[display.TextKey]));
        Assert.Distinct(displays.Select(display => TextResources.Chinese[display.TextKey]));
    }

    [Fact]
    public void A_state_without_a_display_is_noticed() => Assert.Throws<ArgumentOutOfRangeException>(() => ImportDisplay.Of((ImportLineState)99));
}
