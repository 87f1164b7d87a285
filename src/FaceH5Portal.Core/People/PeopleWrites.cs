using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.SigningIn;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.People;

/// <summary>What every write about people has in common: it is in the audit, what is remembered is forgotten, and pages hear of it.</summary>
public sealed class PeopleWrites(PortalStore store, AuditTrail audit, SessionMemory memory, ActorNames names)
{
    public const string Topic = "people";

    public Task<Result<T>> WriteAsync<T>(Func<PortalWrite, Task<Result<T>>> work, CancellationToken cancellationToken) =>
        store.WriteAsync<T>(async write =>
        {
            var done = await work(write);
            write.AfterCommit(memory.Forget);
            write.Announce(new PortalChange(Topic, Guid.Empty));
            return done;
        }, cancellationToken);

    public void Record(PortalWrite write, Actor actor, AuditAction action, Account account, string? note = null)
    {
        var (id, name) = (account.ActorId, account.Name);
        write.AfterCommit(() => names.Know(id, name));
        audit.Record(write, actor, action, id, note);
    }

    /// <summary>For one who changes their own account, or whose sign-in is told of.</summary>
    public void Record(PortalWrite write, AuditAction action, Account account, string? note = null) =>
        Record(write, Self(account), action, account, note);

    /// <summary>Known or not, the entry is made.</summary>
    internal void RecordFailure(PortalWrite write, Account? account) => audit.Record(
        write, account is null ? Actor.Anonymous : Self(account), AuditAction.SignInFailed, account?.ActorId ?? "person/unknown");

    public static Actor Self(Account account) => Actor.Anonymous with { Id = account.ActorId, Name = account.Name };

    internal static async Task<int> EndSessionsAsync(PortalWrite write, Guid accountId, Guid? except, DateTime now, CancellationToken cancellationToken)
    {
        var open = await write.Set<AccountSession>()
            .Where(session => session.AccountId == accountId && session.EndedAtUtc == null && session.Id != except).ToListAsync(cancellationToken);
        open.ForEach(session => session.EndedAtUtc = now);
        return open.Count;
    }
}
