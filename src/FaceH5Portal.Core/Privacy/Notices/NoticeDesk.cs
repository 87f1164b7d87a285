using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Notices;

/// <summary>Where the words that people agree to are written, and put in force. What was published stays with the consents that were given to it.</summary>
public sealed class NoticeDesk(PortalStore store, AuditTrail audit, TimeProvider clock)
{
    public const string Topic = "notice";

    private InForce inForce = new();

    /// <summary>What people read now; null where nobody has written another text than the portal's own.</summary>
    public async Task<NoticeVersion?> CurrentAsync(CancellationToken cancellationToken)
    {
        // What was read before another one is published is remembered where nobody looks any more.
        var remembered = Volatile.Read(ref inForce);
        if (!remembered.IsRead)
            remembered.Remember(await store.LookAsync(db => db.Set<NoticeVersion>().AsNoTracking().Where(notice => notice.PublishedAtUtc != null)
                .OrderByDescending(notice => notice.Number).FirstOrDefaultAsync(cancellationToken), cancellationToken));
        return remembered.Notice;
    }

    public async Task<Result<IReadOnlyList<NoticeVersion>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<NoticeVersion>().AsNoTracking().OrderByDescending(notice => notice.Number).ToListAsync(cancellationToken);
    }

    /// <summary>Keeps a draft, whatever is still missing in it. Refused where somebody else kept one since <paramref name="expectedVersion"/>.</summary>
    /// <param name="expectedVersion">Of the draft that was changed; 0 where there was none.</param>
    public async Task<Result<int>> DraftAsync(Actor actor, int expectedVersion, string chinese, string english, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManagePrivacy) is { } denied)
            return denied;
        if (chinese.Length > NoticeRules.LongestText || english.Length > NoticeRules.LongestText)
            return new PortalError("text-too-long", nameof(NoticeVersion.Chinese), NoticeRules.LongestText);
        return await store.WriteAsync<int>(async write =>
        {
            var last = await write.Set<NoticeVersion>().OrderByDescending(notice => notice.Number).FirstOrDefaultAsync(cancellationToken);
            var draft = last is { PublishedAtUtc: null } ? last : null;
            if ((draft?.Version ?? 0) != expectedVersion)
                return new PortalError(PortalError.ChangedMeanwhile);
            if (draft is null)
                write.Set<NoticeVersion>().Add(draft = new NoticeVersion
                {
                    Number = (last?.Number ?? 0) + 1,
                    Chinese = "",
                    English = "",
                    ChangedBy = actor.Id,
                    ChangedAtUtc = clock.GetUtcNow().UtcDateTime,
                });
            (draft.Chinese, draft.English, draft.ChangedBy, draft.ChangedAtUtc) = (chinese, english, actor.Id, clock.GetUtcNow().UtcDateTime);
            draft.Version++;
            Tell(write, actor, AuditAction.NoticeDrafted, draft.Number);
            return draft.Number;
        }, cancellationToken);
    }

    /// <summary>Puts the draft in force; refused where it leaves out what people have to be told, in either language.</summary>
    public async Task<Result<int>> PublishAsync(Actor actor, int number, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManagePrivacy) is { } denied)
            return denied;
        return await store.WriteAsync<int>(async write =>
        {
            var draft = await write.Set<NoticeVersion>().SingleOrDefaultAsync(notice => notice.Number == number, cancellationToken);
            if (draft is not { PublishedAtUtc: null })
                return new PortalError("notice-published");
            if (NoticeRules.Check(draft.Chinese, draft.English) is { Count: > 0 } errors)
                return errors;
            write.AfterCommit(() => Interlocked.Exchange(ref inForce, new InForce()));
            draft.PublishedAtUtc = clock.GetUtcNow().UtcDateTime;
            draft.Version++;
            Tell(write, actor, AuditAction.NoticePublished, number);
            return number;
        }, cancellationToken);
    }

    /// <summary>Every page that asks for consent shows it, and it changes once in months.</summary>
    private sealed class InForce
    {
        private volatile bool isRead;

        public bool IsRead => isRead;

        public NoticeVersion? Notice { get; private set; }

        public void Remember(NoticeVersion? notice)
        {
            Notice = notice;
            isRead = true;
        }
    }

    private void Tell(PortalWrite write, Actor actor, AuditAction action, int number)
    {
        audit.Record(write, actor, action, $"notice/{number}");
        write.Announce(new PortalChange(Topic, Guid.Empty));
    }
}
