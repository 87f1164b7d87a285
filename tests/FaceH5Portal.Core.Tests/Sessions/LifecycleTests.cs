using System.Text.RegularExpressions;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Sessions;

public sealed partial class LifecycleTests
{
    public static TheoryData<int> Rows => [.. Enumerable.Range(0, SessionLifecycle.Table.Count)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_row_decides_when_its_condition_holds(int index)
    {
        var row = SessionLifecycle.Table[index];
        var facts = row.When switch
        {
            TransitionCondition.TokenLives => new SessionFacts(TokenLives: true),
            TransitionCondition.RetryAllowed => new SessionFacts(RetryAllowed: true),
            TransitionCondition.RetryAllowedOnLiveToken => new SessionFacts(TokenLives: true, RetryAllowed: true),
            TransitionCondition.VerdictPending => new SessionFacts(VerdictPending: true),
            TransitionCondition.VerdictLost => new SessionFacts(VerdictLost: true),
            _ => new SessionFacts(),
        };
        Assert.Equal(row.To, SessionLifecycle.Decide(row.From, row.On, facts));
    }

    [Fact]
    public void What_is_not_in_the_table_changes_nothing()
    {
        var listed = SessionLifecycle.Table.Select(row => (row.From, row.On)).ToHashSet();
        var everything = new SessionFacts(true, true, true, true);
        foreach (var status in Enum.GetValues<SessionStatus>())
            foreach (var happened in Enum.GetValues<SessionEvent>())
                Assert.Equal(listed.Contains((status, happened)), SessionLifecycle.Decide(status, happened, everything) is not null);
    }

    [Fact]
    public void A_final_status_has_no_way_out() =>
        Assert.DoesNotContain(SessionLifecycle.Table, row => row.From.IsFinal());

    [Fact]
    public void Only_the_vendors_word_makes_a_session_passed() =>
        Assert.All(SessionLifecycle.Table.Where(row => row.To == SessionStatus.Passed), row => Assert.Equal(SessionEvent.Passed, row.On));

    [Fact]
    public void The_drawing_shows_the_table_and_nothing_else()
    {
        var drawn = Arrow().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "session-states.md")))
            .Select(match => match.Value.Trim()).ToHashSet();
        var listed = SessionLifecycle.Table.Select(row =>
            $"{row.From} --> {row.To}: {row.On}" + (row.When == TransitionCondition.Always ? "" : $" [{row.When}]")).ToHashSet();
        Assert.Equal(listed.Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^ *[A-Z]\w+ --> \w+: .+$", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
