using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Erasure;

/// <summary>Who may erase, with which words, and what an erasure that fails leaves.</summary>
public sealed class ErasureRulesTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("", "reason-empty")]
    [InlineData("  ", "reason-empty")]
    [InlineData("测试甲 asked for it", "reason-personal")]
    [InlineData("asked by 110101199003070011", "reason-personal")]
    public async Task The_reason_is_given_and_does_not_repeat_what_is_erased(string reason, string code)
    {
        var subject = await portal.SubjectOfAsync(await SessionDriver.CreateAsync(portal));
        Assert.Equal((code, "Reason"), CodeOf(await portal.EraseAsync(subject.Id, reason)));
        Assert.False((await portal.ReloadAsync(subject)).IsErased);
    }

    [Fact]
    public async Task The_reason_fits_into_the_audit()
    {
        var subject = await portal.AddPersonAsync(null);
        Assert.Equal(("text-too-long", "Reason"), CodeOf(await portal.EraseAsync(subject.Id, new string('r', SubjectErasure.LongestReason + 1))));
        Assert.True((await portal.EraseAsync(subject.Id, new string('r', SubjectErasure.LongestReason))).Ok);
    }

    [Fact]
    public async Task An_operator_may_not()
    {
        var subject = await portal.AddPersonAsync(null);
        var answer = await portal.Get<SubjectErasure>().EraseAsync(SessionDriver.Operator, subject.Id, ErasureBench.Reason, CancellationToken.None);
        Assert.Equal(PortalError.AccessDenied, answer.Errors[0].Code);
        Assert.False((await portal.ReloadAsync(subject)).IsErased);
    }

    [Fact]
    public async Task Nobody_is_erased_twice_and_a_stranger_not_at_all()
    {
        var subject = await portal.AddPersonAsync(null);
        await portal.EraseAsync(subject.Id);
        Assert.Equal("subject-erased", (await portal.EraseAsync(subject.Id)).Errors[0].Code);
        Assert.Equal("subject-unknown", (await portal.EraseAsync(Guid.NewGuid())).Errors[0].Code);
    }

    [Fact]
    public async Task The_audit_tells_who_erased_and_why_and_not_whom()
    {
        var subject = await portal.SubjectOfAsync(await SessionDriver.CreateAsync(portal));
        await portal.EraseAsync(subject.Id, "  Request 17 ");
        var entry = Assert.Single(await portal.AuditAsync());
        Assert.Equal((ErasureBench.Admin.Id, $"subject/{subject.Id}", "Request 17"), (entry.ActorId, entry.Target, entry.Note));
    }

    [Fact]
    public async Task Later_slices_follow_in_the_same_transaction()
    {
        var subject = await portal.SubjectOfAsync(await SessionDriver.CreateAsync(portal));
        var follower = new Follower();
        var answer = await EraseWithAsync(follower, subject.Id);
        Assert.Equal(answer.Value, follower.Told);
        Assert.Equal([subject.Id], follower.Told);
    }

    [Fact]
    public async Task Where_one_slice_cannot_follow_nothing_is_erased()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        var subject = await portal.SubjectOfAsync(session);
        var blobs = (await portal.BlobsAsync()).Count;
        await Assert.ThrowsAsync<InvalidOperationException>(() => EraseWithAsync(new Follower(breaks: true), subject.Id));
        Assert.NotNull(portal.Get<SubjectVault>().IdentityOf(await portal.ReloadAsync(subject)));
        Assert.Equal(blobs, (await portal.BlobsAsync()).Count);
        Assert.Empty(await portal.AuditAsync());
    }

    [Fact]
    public async Task Who_cannot_be_opened_any_more_can_still_be_erased()
    {
        var subject = await portal.SubjectOfAsync(await SessionDriver.CreateAsync(portal));
        await portal.Get<PortalStore>().WriteAsync<int>(async write => await write.Set<Subject>().Where(s => s.Id == subject.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.WrappedKey, new byte[60])), CancellationToken.None);
        Assert.True((await portal.EraseAsync(subject.Id)).Ok);
    }

    private Task<Result<IReadOnlyList<Guid>>> EraseWithAsync(IErasureFollower follower, Guid subject) => new SubjectErasure(
        portal.Get<PortalStore>(), portal.Get<SubjectVault>(), portal.Get<PersonalWords>(), portal.Get<DeletionProof>(), portal.Get<Core.Auditing.AuditTrail>(), [follower], portal.Clock)
        .EraseAsync(ErasureBench.Admin, subject, ErasureBench.Reason, CancellationToken.None);

    private static (string, string?) CodeOf<T>(Result<T> answer) => (Assert.Single(answer.Errors).Code, answer.Errors[0].Field);

    private sealed class Follower(bool breaks = false) : IErasureFollower
    {
        public IReadOnlyList<Guid> Told { get; private set; } = [];

        public Task FollowAsync(PortalWrite write, Core.Evidence.Erasure erasure, CancellationToken cancellationToken)
        {
            Told = erasure.SubjectIds;
            return breaks ? throw new InvalidOperationException("a slice's fault") : Task.CompletedTask;
        }
    }
}
