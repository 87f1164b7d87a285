using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Reviewing;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Sessions.Reviewing;

public sealed class VendorAnswersTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Every_answer_is_shown_with_its_question_and_the_person_masked()
    {
        var session = await SessionDriver.CreateAsync(portal, "1006");
        await session.GoThroughAsync();
        var answers = (await ListAsync(session.Id)).Value;
        Assert.Equal(["detail", "getall", "media", "stat"], answers.Select(answer => answer.Shown!.Call!).Order());
        foreach (var answer in answers)
        {
            Assert.DoesNotContain("测试甲", answer.Shown!.Json, StringComparison.Ordinal);
            Assert.DoesNotContain(SessionDriver.Number, answer.Shown.Json, StringComparison.Ordinal);
            Assert.DoesNotContain("http", answer.Shown.Json, StringComparison.Ordinal);
            Assert.Contains(answer.LogId!, answer.Shown.Json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_erased_person_leaves_the_hashes_alone()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        var administrator = Actor.InRole("a", "Administrator", Role.Administrator);
        Assert.True((await portal.Get<PersonErasure>().EraseAsync(administrator, session.Id, "asked for it", null, default)).Ok);
        Assert.All((await ListAsync(session.Id)).Value, answer => Assert.Equal((null, 64), (answer.Shown, answer.Sha256.Length)));
    }

    private Task<Result<IReadOnlyList<KeptAnswer>>> ListAsync(Guid id) =>
        portal.Get<VendorAnswers>().ListAsync(Actor.InRole("r", "Reviewer", Role.Reviewer), id, default);
}
