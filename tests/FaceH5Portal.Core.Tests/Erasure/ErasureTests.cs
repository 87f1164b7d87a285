using System.Security.Cryptography;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Erasure;

public sealed class ErasureTests : IAsyncLifetime
{
    private static readonly Identity Other = new("测试乙", "110101199003070038", CertificateType.ResidentIdCard);

    private PortalHarness portal = null!;

    private SubjectVault Vault => portal.Get<SubjectVault>();

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task It_covers_everybody_of_the_same_number_and_nobody_else()
    {
        var (first, second) = (await SessionDriver.CreateAsync(portal), await SessionDriver.CreateAsync(portal, name: "测试别名"));
        var bystander = await portal.AddPersonAsync(Other);
        var (one, two) = (await portal.SubjectOfAsync(first), await portal.SubjectOfAsync(second));
        var erased = await portal.EraseAsync(one.Id);
        Assert.Equal(new[] { one.Id, two.Id }.Order(), erased.Value.Order());
        Assert.All([await portal.ReloadAsync(one), await portal.ReloadAsync(two)], AssertNothingIsLeft);
        Assert.Equal(Other, Vault.IdentityOf(await portal.ReloadAsync(bystander)));
    }

    [Fact]
    public async Task Who_gave_no_number_is_erased_alone()
    {
        var (one, other) = (await portal.AddPersonAsync(null), await portal.AddPersonAsync(null));
        Assert.Equal([one.Id], (await portal.EraseAsync(one.Id)).Value);
        Assert.False((await portal.ReloadAsync(other)).IsErased);
    }

    [Fact]
    public async Task Pictures_and_answers_go_and_their_hashes_stay()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        var before = await portal.ItemsAsync(session);
        Assert.Contains(before, item => item.Kind == EvidenceKind.Answer && item.BlobId is not null);
        await portal.EraseAsync((await portal.SubjectOfAsync(session)).Id);
        Assert.Empty(await portal.BlobsAsync());
        var after = await portal.ItemsAsync(session);
        Assert.Equal(before.Select(item => item.Sha256).Order(), after.Select(item => item.Sha256).Order());
        Assert.All(after, item => Assert.Equal((null, portal.NowUtc), (item.BlobId, item.DeletedAtUtc)));
    }

    [Fact]
    public async Task What_is_read_of_an_erased_person_is_an_answer_and_no_fault()
    {
        var session = await SessionDriver.CreateAsync(portal);
        var face = (await session.GoThroughAsync()).Evidence.Single(item => item.Kind == EvidenceKind.Face);
        var subject = await portal.SubjectOfAsync(session);
        var kept = Vault.SealText(subject, "note", "text");
        await portal.EraseAsync(subject.Id);
        var erased = await portal.ReloadAsync(subject);
        Assert.Null(Vault.IdentityOf(erased));
        Assert.Null(Vault.TryOpen(erased, "note", kept));
        Assert.Null(Vault.TryOpenText(erased, "note", kept));
        Assert.Null(await portal.Get<EvidenceVault>().OpenAsync(face.Id, CancellationToken.None));
        Assert.Equal(PortalError.NotFound, (await session.LookAsync(face.Id)).Errors[0].Code);
        Assert.Equal((SessionStatus.Passed, null), ((await session.SeeAsync()).Row.Status, (await session.SeeAsync()).Row.MaskedName));
    }

    [Fact]
    public async Task Nothing_more_is_stored_for_an_erased_person_not_even_by_who_loaded_them_before()
    {
        var loaded = await portal.AddPersonAsync(Other);
        await portal.EraseAsync(loaded.Id);
        var late = new NewEvidence(EvidenceKind.Face, Photos.Of(64, 64), "image/jpeg") { SessionId = Guid.NewGuid() };
        var vault = portal.Get<EvidenceVault>();
        Assert.Equal("subject-erased", Assert.Single(vault.Seal(await portal.ReloadAsync(loaded), late).Errors).Code);
        var kept = vault.Seal(loaded, late).Value;
        var added = await portal.Get<PortalStore>().WriteAsync<int>(write =>
            vault.Add(write, Actor.System, kept) is { } refused ? refused : 1, CancellationToken.None);
        Assert.Equal("subject-erased", Assert.Single(added.Errors).Code);
        Assert.Empty(await portal.BlobsAsync());
    }

    [Fact]
    public async Task What_was_sealed_stays_shut_for_whoever_kept_a_copy_of_the_row()
    {
        var subject = await portal.AddPersonAsync(Other);
        var kept = Vault.SealText(subject, "note", "text");
        await portal.EraseAsync(subject.Id);
        var erased = await portal.ReloadAsync(subject);
        erased.MasterKeyVersion = 1;
        Assert.ThrowsAny<CryptographicException>(() => Vault.OpenText(erased, "note", kept));
    }

    [Fact]
    public async Task The_same_person_may_come_again_and_is_new()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await portal.EraseAsync((await portal.SubjectOfAsync(session)).Id);
        var again = await SessionDriver.CreateAsync(portal);
        Assert.Equal(SessionStatus.Passed, (await again.GoThroughAsync()).Row.Status);
    }

    private static void AssertNothingIsLeft(Subject subject)
    {
        Assert.True(subject.IsErased);
        Assert.NotNull(subject.ErasedAtUtc);
        Assert.All(subject.WrappedKey, value => Assert.Equal(0, value));
        Assert.Null(subject.SealedName ?? subject.SealedNumber);
        Assert.Null(subject.NumberIndex);
        Assert.Null(subject.CertificateType);
    }
}
