using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Web.Display;
using MudBlazor;

namespace FaceH5Portal.Web.Tests.PhotoChecking;

public sealed class PhotoCheckDisplayTests
{
    private static readonly IReadOnlyList<(PhotoCheckState State, Outcome? Outcome, RetryWith? Retry)> All =
    [
        .. from state in Enum.GetValues<PhotoCheckState>().Except([PhotoCheckState.Answered])
           select (state, (Outcome?)null, (RetryWith?)null),
        .. from outcome in Enum.GetValues<Outcome>()
           from retry in Enum.GetValues<RetryWith>()
           select (PhotoCheckState.Answered, (Outcome?)outcome, (RetryWith?)retry),
    ];

    [Fact]
    public void Every_end_has_words_and_a_next_step_in_both_languages_and_an_icon() => Assert.All(All, one =>
    {
        var look = PhotoCheckDisplay.Of(one.State, one.Outcome, one.Retry);
        foreach (var key in new[] { look.TextKey, look.NextKey })
        {
            Assert.Contains(key, TextResources.English.Keys);
            Assert.Contains(key, TextResources.Chinese.Keys);
        }
        Assert.NotEmpty(look.Icon);
    });

    [Fact]
    public void No_two_ends_look_or_read_the_same()
    {
        var ends = All.GroupBy(one => (one.State, one.Outcome)).Select(group => PhotoCheckDisplay.Of(group.Key.State, group.Key.Outcome, RetryWith.Never)).ToList();
        Assert.Distinct(ends.Select(end => end.Icon));
        Assert.Distinct(ends.Select(end => TextResources.English[end.TextKey]));
        Assert.Distinct(ends.Select(end => TextResources.Chinese[end.TextKey]));
    }

    [Theory]
    [InlineData(Outcome.Match, Color.Success)]
    [InlineData(Outcome.NoMatch, Color.Error)]
    [InlineData(Outcome.Uncertain, Color.Warning)]
    [InlineData(Outcome.IdentityMismatch, Color.Error)]
    [InlineData(Outcome.IdentityNotFound, Color.Error)]
    [InlineData(Outcome.NoPortraitOnFile, Color.Warning)]
    [InlineData(Outcome.PhotoUnusable, Color.Warning)]
    [InlineData(Outcome.LivenessFailed, Color.Error)]
    [InlineData(Outcome.ProviderError, Color.Warning)]
    public void The_colour_says_how_it_went(Outcome outcome, Color color) =>
        Assert.Equal(color, PhotoCheckDisplay.Of(PhotoCheckState.Answered, outcome, null).Color);

    [Theory]
    [InlineData(Outcome.Match, RetryWith.Never, "PhotoNext.Match")]
    [InlineData(Outcome.NoMatch, RetryWith.Never, "PhotoNext.NoMatch")]
    [InlineData(Outcome.PhotoUnusable, RetryWith.NewPhoto, "PhotoNext.NewPhoto")]
    [InlineData(Outcome.ProviderError, RetryWith.Later, "PhotoNext.Later")]
    [InlineData(Outcome.ProviderError, RetryWith.SameRequest, "PhotoNext.SameRequest")]
    [InlineData(Outcome.IdentityMismatch, RetryWith.Never, "PhotoNext.Never")]
    public void What_a_further_try_would_need_is_the_next_step(Outcome outcome, RetryWith retry, string next) =>
        Assert.Equal(next, PhotoCheckDisplay.Of(PhotoCheckState.Answered, outcome, retry).NextKey);

    [Fact]
    public void An_unknown_end_never_reads_as_a_verdict_whatever_stands_beside_it()
    {
        var look = PhotoCheckDisplay.Of(PhotoCheckState.EndUnknown, Outcome.Match, RetryWith.SameRequest);
        Assert.Equal(("PhotoCheckState.EndUnknown", "PhotoNext.EndUnknown"), (look.TextKey, look.NextKey));
    }

    [Fact]
    public void What_has_no_display_is_noticed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PhotoCheckDisplay.Of((PhotoCheckState)99, null, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => PhotoCheckDisplay.Of(PhotoCheckState.Answered, (Outcome)99, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => PhotoCheckDisplay.Of(PhotoCheckState.Answered, null, null));
    }
}
