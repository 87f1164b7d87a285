using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Revealing;

/// <summary>How things stand with the pictures of a session for who looks at it.</summary>
/// <param name="Own">What they asked for and still counts; null where they have to ask.</param>
/// <param name="Waiting">What others asked for, which this one may let them see.</param>
public sealed record PictureAccess(PictureReveal? Own, IReadOnlyList<PictureReveal> Waiting)
{
    public bool IsOpen => Own is { State: PictureRevealState.Granted };
}

/// <summary>Where people say why they want to see the pictures of somebody and, where the settings want it, a second person lets them.</summary>
public sealed class PictureDesk(PortalStore store, AuditTrail audit, PrivacySettings settings, Entropy entropy, TimeProvider clock)
{
    /// <summary>How long they may be seen.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromMinutes(15);

    /// <summary>How long a second person may take.</summary>
    public static readonly TimeSpan WaitsFor = TimeSpan.FromHours(24);

    private DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    public async Task<Result<PictureAccess>> StateAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeImages) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var now = NowUtc;
        var known = await db.Set<PictureReveal>().AsNoTracking().Where(reveal => reveal.SessionId == sessionId && reveal.UntilUtc > now)
            .OrderByDescending(reveal => reveal.AskedAtUtc).ThenByDescending(reveal => reveal.Id).ToListAsync(cancellationToken);
        return new PictureAccess(known.Find(reveal => reveal.AskedBy == actor.Id),
            [.. known.Where(reveal => reveal.AskedBy != actor.Id && reveal.State == PictureRevealState.Asked)]);
    }

    /// <summary>What waits for a second person, of all sessions, oldest first.</summary>
    public async Task<Result<IReadOnlyList<PictureReveal>>> WaitingAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeImages) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var now = NowUtc;
        return await db.Set<PictureReveal>().AsNoTracking().Where(reveal => reveal.State == PictureRevealState.Asked && reveal.UntilUtc > now)
            .OrderBy(reveal => reveal.UntilUtc).Take(100).ToListAsync(cancellationToken);
    }

    public async Task<Result<Guid>> AskAsync(Actor actor, Guid sessionId, RevealReason reason, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeImages) is { } denied)
            return denied;
        return await store.WriteAsync<Guid>(async write =>
        {
            var isCheck = await IsCheckAsync(write, sessionId, cancellationToken);
            if (!isCheck && !await write.Set<VerificationSession>().AnyAsync(session => session.Id == sessionId, cancellationToken))
                return new PortalError("session-unknown");
            var waits = settings.SecondPersonForImages;
            var reveal = new PictureReveal
            {
                Id = entropy.NewId(clock),
                SessionId = sessionId,
                AskedBy = actor.Id,
                AskedByName = actor.Name,
                Reason = reason,
                AskedAtUtc = NowUtc,
                State = waits ? PictureRevealState.Asked : PictureRevealState.Granted,
                UntilUtc = NowUtc + (waits ? WaitsFor : OpenFor),
            };
            write.Set<PictureReveal>().Add(reveal);
            Tell(write, actor, AuditAction.PicturesAskedFor, reveal, isCheck);
            return reveal.Id;
        }, cancellationToken);
    }

    /// <summary>A second person lets who asked see, or does not. Nobody is both.</summary>
    public async Task<Result<Guid>> SettleAsync(Actor actor, Guid revealId, bool granted, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeImages) is { } denied)
            return denied;
        return await store.WriteAsync<Guid>(async write =>
        {
            var reveal = await write.Set<PictureReveal>().SingleOrDefaultAsync(one => one.Id == revealId, cancellationToken);
            if (reveal is not { State: PictureRevealState.Asked } || reveal.UntilUtc <= NowUtc)
                return new PortalError("reveal-over");
            if (reveal.AskedBy == actor.Id)
                return new PortalError("reveal-own");
            (reveal.State, reveal.SettledBy) = (granted ? PictureRevealState.Granted : PictureRevealState.Refused, actor.Id);
            reveal.UntilUtc = NowUtc + OpenFor;
            Tell(write, actor, granted ? AuditAction.PicturesGranted : AuditAction.PicturesRefused, reveal,
                await IsCheckAsync(write, reveal.SessionId, cancellationToken));
            return reveal.Id;
        }, cancellationToken);
    }

    /// <summary>A photo check's photo is seen as a session's pictures are.</summary>
    private static Task<bool> IsCheckAsync(PortalWrite write, Guid id, CancellationToken cancellationToken) =>
        write.Set<PhotoCheck>().AnyAsync(check => check.GroupId == id, cancellationToken);

    private void Tell(PortalWrite write, Actor actor, AuditAction action, PictureReveal reveal, bool isCheck)
    {
        audit.Record(write, actor, action, $"{(isCheck ? "photo-check" : "session")}/{reveal.SessionId}", $"{reveal.Reason} {reveal.AskedBy}");
        write.Announce(new PortalChange(isCheck ? PhotoCheckService.Topic : SessionJournal.Topic, reveal.SessionId));
    }
}
