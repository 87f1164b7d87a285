using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Privacy.Requesting;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Tests.Erasure;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Privacy;

public sealed class RequestTests : IAsyncLifetime
{
    private const string Words = "My name is written 测试甲, not as you have it.";

    private PortalHarness portal = null!;
    private SessionDriver session = null!;

    private RequestDesk Desk => portal.Get<RequestDesk>();

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync();
        session = await SessionDriver.CreateAsync(portal);
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task A_request_has_fifteen_working_days_and_is_answered_once()
    {
        var id = (await ReceiveAsync()).Value;
        var row = Assert.Single((await Desk.ListAsync(ErasureBench.Admin, default)).Value);
        Assert.Equal((SubjectRequestState.Open, new DateOnly(2026, 3, 20), 15), (row.Request.State, row.Request.DueOn, row.WorkingDaysLeft));
        Assert.Equal("text-required", CodeOf(await Desk.SettleAsync(ErasureBench.Admin, id, false, " ", default)));
        Assert.True((await Desk.SettleAsync(ErasureBench.Admin, id, true, "Corrected.", default)).Ok);
        Assert.Equal("request-settled", CodeOf(await Desk.SettleAsync(ErasureBench.Admin, id, false, "No.", default)));
        Assert.Equal(new RequestWords(Words, "Corrected."), (await Desk.ReadAsync(ErasureBench.Admin, id, default)).Value);
    }

    [Fact]
    public async Task Past_its_deadline_it_says_how_late_it_is()
    {
        await ReceiveAsync();
        portal.Advance(TimeSpan.FromDays(22));
        Assert.Equal(-1, Assert.Single((await Desk.ListAsync(ErasureBench.Admin, default)).Value).WorkingDaysLeft);
    }

    [Fact]
    public async Task Its_words_are_sealed_and_who_reads_them_is_told_of_to_the_person()
    {
        var id = (await ReceiveAsync()).Value;
        await portal.Get<PortalStore>().EmptyLogAsync(default);
        Assert.False(portal.FilesHold(Words));
        Assert.Empty(await portal.Get<PersonLooks>().OfAsync(session.Id, default));
        await Desk.ReadAsync(ErasureBench.Admin, id, default);
        Assert.Equal(LookKind.Request, Assert.Single(await portal.Get<PersonLooks>().OfAsync(session.Id, default)).Kind);
    }

    [Fact]
    public async Task Erased_with_its_person_it_is_still_known_to_have_been_answered()
    {
        var id = (await ReceiveAsync(SubjectRequestKind.Deletion)).Value;
        await portal.EraseAsync((await portal.SubjectOfAsync(session)).Id);
        Assert.True((await Desk.SettleAsync(ErasureBench.Admin, id, true, "Erased.", default)).Ok);
        Assert.Equal(SubjectRequestState.Fulfilled, Assert.Single((await Desk.ListAsync(ErasureBench.Admin, default)).Value).Request.State);
        Assert.Equal("", (await Desk.ReadAsync(ErasureBench.Admin, id, default)).Value.Words);
    }

    [Fact]
    public async Task Nobody_notes_one_for_a_verification_that_is_not_there_or_without_words()
    {
        Assert.Equal("session-unknown", CodeOf(await Desk.ReceiveAsync(ErasureBench.Admin, Guid.Empty, SubjectRequestKind.Access, Words, default)));
        Assert.Equal("text-required", CodeOf(await Desk.ReceiveAsync(ErasureBench.Admin, session.Id, SubjectRequestKind.Access, "", default)));
        Assert.Equal(PortalError.AccessDenied, CodeOf(await Desk.ListAsync(SessionDriver.Operator, default)));
    }

    private Task<Result<Guid>> ReceiveAsync(SubjectRequestKind kind = SubjectRequestKind.Correction) =>
        Desk.ReceiveAsync(ErasureBench.Admin, session.Id, kind, Words, default);

    private static string CodeOf<T>(Result<T> answer) => Assert.Single(answer.Errors).Code;
}
