using System.Security.Cryptography;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Privacy;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace FaceH5Portal.Core.Tests.Privacy;

public sealed class PictureRevealTests : IAsyncLifetime
{
    private static readonly Actor Reviewer = Actor.InRole("test-reviewer", "Reviewer", Role.Reviewer);

    private PortalHarness portal = null!;
    private SessionDriver person = null!;
    private EvidenceItem face = null!;

    private PictureDesk Desk => portal.Get<PictureDesk>();

    public Task InitializeAsync() => BeginAsync(new PrivacySettings());

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Nobody_sees_a_picture_before_they_said_why_and_nobody_else_sees_it_for_that()
    {
        Assert.Equal("reveal-needed", CodeOf(await OpenAsync(SessionDriver.Operator)));
        Assert.True((await person.LookAsync(face.Id)).Ok);
        Assert.Equal("reveal-needed", CodeOf(await OpenAsync(Reviewer)));
        portal.Advance(PictureDesk.OpenFor);
        Assert.Equal("reveal-needed", CodeOf(await OpenAsync(SessionDriver.Operator)));
    }

    [Fact]
    public async Task A_look_is_recorded_once_for_a_leave_with_who_and_why_and_the_person_is_told_the_role()
    {
        await person.LookAsync(face.Id);
        await OpenAsync(SessionDriver.Operator);
        var entry = Assert.Single(await AuditAsync(AuditAction.EvidenceViewed));
        Assert.Equal((SessionDriver.Operator.Id, $"evidence/{face.Id}", "Review"), (entry.ActorId, entry.Target, entry.Note));
        var told = Assert.Single(await portal.Get<PersonLooks>().OfAsync(person.Id, default));
        Assert.Equal((Role.Operator, LookKind.Picture, RevealReason.Review, 1, null), (told.Role, told.Kind, told.Reason, told.Times, told.Name));
    }

    [Fact]
    public async Task What_is_seen_is_marked_all_over_and_what_is_stored_is_not_touched()
    {
        var seen = (await person.LookAsync(face.Id)).Value;
        var stored = (await portal.Get<EvidenceVault>().OpenAsync(face.Id, default))!;
        Assert.Equal(face.Sha256, Convert.ToHexStringLower(SHA256.HashData(stored.Bytes)));
        using var before = SKBitmap.Decode(stored.Bytes);
        using var after = SKBitmap.Decode(seen.Bytes);
        Assert.Equal((before.Width, before.Height), (after.Width, after.Height));
        for (var x = 0; x < 2; x++)
            for (var y = 0; y < 2; y++)
                Assert.InRange(Changed(before, after, x, y), 0.02, 0.6);
    }

    [Fact]
    public async Task Who_looks_at_another_moment_leaves_another_mark()
    {
        var first = (await person.LookAsync(face.Id)).Value;
        portal.Advance(TimeSpan.FromMinutes(2));
        Assert.NotEqual(first.Bytes, (await OpenAsync(SessionDriver.Operator)).Value.Bytes);
    }

    [Fact]
    public async Task Where_the_settings_want_it_a_second_person_lets_them_see_and_nobody_is_both()
    {
        await RestartAsync(new PrivacySettings { SecondPersonForImages = true });
        var asked = (await Desk.AskAsync(SessionDriver.Operator, person.Id, RevealReason.SuspectedFraud, default)).Value;
        Assert.Equal("reveal-needed", CodeOf(await OpenAsync(SessionDriver.Operator)));
        Assert.Equal("reveal-own", CodeOf(await Desk.SettleAsync(SessionDriver.Operator, asked, true, default)));
        Assert.Equal(asked, Assert.Single((await Desk.WaitingAsync(Reviewer, default)).Value).Id);
        Assert.True((await Desk.SettleAsync(Reviewer, asked, true, default)).Ok);
        Assert.True((await OpenAsync(SessionDriver.Operator)).Ok);
        Assert.Equal("reveal-over", CodeOf(await Desk.SettleAsync(Reviewer, asked, false, default)));
        Assert.Equal(SessionDriver.Operator.Id, Assert.Single(await AuditAsync(AuditAction.PicturesAskedFor)).ActorId);
        Assert.Equal(Reviewer.Id, Assert.Single(await AuditAsync(AuditAction.PicturesGranted)).ActorId);
    }

    [Fact]
    public async Task What_a_second_person_refuses_or_leaves_lying_is_not_seen()
    {
        await RestartAsync(new PrivacySettings { SecondPersonForImages = true });
        var refused = (await Desk.AskAsync(SessionDriver.Operator, person.Id, RevealReason.Review, default)).Value;
        await Desk.SettleAsync(Reviewer, refused, false, default);
        Assert.Equal("reveal-needed", CodeOf(await OpenAsync(SessionDriver.Operator)));
        var forgotten = (await Desk.AskAsync(SessionDriver.Operator, person.Id, RevealReason.Review, default)).Value;
        portal.Advance(PictureDesk.WaitsFor);
        Assert.Equal("reveal-over", CodeOf(await Desk.SettleAsync(Reviewer, forgotten, true, default)));
        Assert.Empty((await Desk.WaitingAsync(Reviewer, default)).Value);
    }

    [Fact]
    public async Task The_person_is_told_names_only_where_the_settings_say_so()
    {
        await RestartAsync(new PrivacySettings { NamesStaff = true });
        await person.LookAsync(face.Id);
        Assert.Equal("Operator", Assert.Single(await portal.Get<PersonLooks>().OfAsync(person.Id, default)).Name);
    }

    /// <summary>Which part of a quarter of the picture is another than before, beyond what saving it anew does.</summary>
    private static double Changed(SKBitmap before, SKBitmap after, int right, int lower)
    {
        var (width, height) = (before.Width / 2, before.Height / 2);
        var changed = 0;
        for (var x = right * width; x < (right + 1) * width; x++)
            for (var y = lower * height; y < (lower + 1) * height; y++)
                if (Math.Abs(before.GetPixel(x, y).Green - after.GetPixel(x, y).Green) > 24)
                    changed++;
        return changed / (double)(width * height);
    }

    private async Task BeginAsync(PrivacySettings settings)
    {
        portal = await PortalHarness.StartAsync(also: services => services.AddSingleton(settings));
        person = await SessionDriver.CreateAsync(portal);
        face = (await person.GoThroughAsync()).Evidence.Single(item => item.Kind == EvidenceKind.Face);
    }

    private async Task RestartAsync(PrivacySettings settings)
    {
        await portal.DisposeAsync();
        await BeginAsync(settings);
    }

    private Task<Result<OpenedEvidence>> OpenAsync(Actor actor) => portal.Get<PictureViewer>().OpenAsync(actor, face.Id, default);

    private async Task<List<AuditEntry>> AuditAsync(AuditAction action)
    {
        await using var db = await portal.Get<PortalStore>().ReadAsync(default);
        return await db.Set<AuditEntry>().Where(entry => entry.Action == action).ToListAsync();
    }

    private static string CodeOf<T>(Result<T> answer) => answer.Errors[0].Code;
}
