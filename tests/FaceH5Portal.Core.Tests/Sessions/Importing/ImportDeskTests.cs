using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Sessions.Importing;

public sealed class ImportDeskTests : IAsyncLifetime
{
    private const string Head = "name,number,reference\n";
    private const string File = Head + "测试乙,110101199003070038,A-1\n测试丙,110101199003070054,A-2\n";

    private PortalHarness portal = null!;

    private ImportDesk Desk => portal.Get<ImportDesk>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Nothing_is_made_before_it_is_confirmed_and_then_every_right_line_once()
    {
        var batch = await CheckAsync(File);
        Assert.All(batch.Lines, line => Assert.Equal(ImportLineState.Ready, line.StateUnder(new())));
        Assert.Equal(0, await SessionsAsync());
        var told = 0;
        Assert.True((await Desk.CreateAsync(SessionDriver.Operator, batch, new(), () => Interlocked.Increment(ref told), CancellationToken.None)).Ok);
        Assert.Equal((2, 2), (told, await SessionsAsync()));
        foreach (var line in batch.Lines)
        {
            var made = await portal.Get<SessionQueries>().GetAsync(SessionDriver.Operator, line.SessionId!.Value, CancellationToken.None);
            Assert.Equal(line.Row.Reference, made.Value.Row.Reference);
            Assert.Equal("测*", made.Value.Row.MaskedName![..1] + "*");
        }
    }

    [Fact]
    public async Task A_wrong_line_is_left_out_and_stands_in_no_other_lines_way()
    {
        var batch = await CheckAsync(Head + "测试乙,123,A-1\n,110101199003070038,A-1\n测试乙,110101199003070038,A-1\n,,A-4\n");
        Assert.Equal([ImportLineState.Wrong, ImportLineState.Wrong, ImportLineState.Ready, ImportLineState.Ready], States(batch));
        Assert.Equal(["number-length", "name-empty"], batch.Lines.SelectMany(line => line.Errors).Select(error => error.Code));
        await CreateAsync(batch);
        Assert.Equal(2, await SessionsAsync());
    }

    [Fact]
    public async Task A_wrong_check_digit_waits_for_somebody_who_has_seen_it()
    {
        var batch = await CheckAsync(Head + "测试乙,11010119900307003X,A-1\n");
        Assert.Equal([ImportLineState.Wrong], States(batch));
        await CreateAsync(batch);
        Assert.Equal(0, await SessionsAsync());
        await CreateAsync(batch, new(AcceptCheckDigit: true));
        Assert.Equal([ImportLineState.Created], States(batch));
    }

    [Fact]
    public async Task Doubles_in_the_file_and_under_way_are_left_out_unless_wanted()
    {
        await CreateAsync(await CheckAsync(Head + "测试乙,110101199003070038,A-1\n"));
        var batch = await CheckAsync(Head + "测试乙,110101199003070038,B-1\n测试丙,110101199003070054,A-1\n测试丁,110101199003070070,B-3\n测试丁,110101199003070070,B-4\n");
        Assert.Equal([ImportLineState.Duplicate, ImportLineState.Duplicate, ImportLineState.Ready, ImportLineState.Duplicate], States(batch));
        Assert.Equal(4, batch.Lines[3].SameAsLine);
        await CreateAsync(batch);
        Assert.Equal(2, await SessionsAsync());
        await CreateAsync(batch, new(TakeDuplicates: true));
        Assert.Equal(5, await SessionsAsync());
    }

    [Fact]
    public async Task The_same_file_again_goes_on_where_it_was_cut_off()
    {
        using var cut = new CancellationTokenSource();
        var batch = await CheckAsync(ManyLines());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Desk.CreateAsync(SessionDriver.Operator, batch, new(), cut.Cancel, cut.Token));
        var made = await SessionsAsync();
        Assert.InRange(made, 1, 49);

        var again = await CheckAsync(ManyLines());
        Assert.Equal(made, States(again).Count(state => state == ImportLineState.Created));
        await CreateAsync(again);
        Assert.Equal(50, await SessionsAsync());
        Assert.All(States(await CheckAsync(ManyLines())), state => Assert.Equal(ImportLineState.Created, state));
    }

    [Fact]
    public async Task Two_windows_with_one_file_make_each_line_once()
    {
        var (one, other) = (await CheckAsync(ManyLines()), await CheckAsync(ManyLines()));
        await Task.WhenAll(CreateAsync(one), CreateAsync(other));
        Assert.Equal(50, await SessionsAsync());
    }

    [Fact]
    public async Task What_a_plan_does_not_need_is_not_kept_of_a_line()
    {
        var batch = await CheckAsync(File, "1003");
        Assert.All(batch.Lines, line => Assert.Null(line.Request.Identity));
    }

    private static string ManyLines() => "reference\n" + string.Join("\n", Enumerable.Range(1, 50).Select(line => $"A-{line}"));

    private static IEnumerable<ImportLineState> States(ImportBatch batch) => batch.Lines.Select(line => line.StateUnder(new()));

    private async Task<ImportBatch> CheckAsync(string text, string plan = "1001")
    {
        var plans = await portal.Get<PlanService>().ListAsync(SessionDriver.Operator, CancellationToken.None);
        var id = plans.Value.Single(known => known.Terms.VendorPlanId == plan).Id;
        var hash = ImportBatch.HashOf(ImportFiles.Utf8(text));
        return (await Desk.CheckAsync(SessionDriver.Operator, id, hash, ImportFiles.Read(text), CancellationToken.None)).Value;
    }

    private async Task CreateAsync(ImportBatch batch, ImportChoices? choices = null) =>
        Assert.True((await Desk.CreateAsync(SessionDriver.Operator, batch, choices ?? new(), () => { }, CancellationToken.None)).Ok);

    private async Task<int> SessionsAsync() => (await portal.Get<SessionSearch>().CountAsync(
        Actor.System, new SessionFilter { Limit = 1 }, CancellationToken.None)).Value.Number;
}
