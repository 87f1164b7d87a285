using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Access;

/// <summary>A call that its caller may send again: whose, where, under which key, and with which body.</summary>
public sealed record RepeatableCall(string ActorId, string Route, string KeyHash, string BodyHash)
{
    /// <summary>Notes the call in the transaction of the write itself: a crash leaves both or neither.</summary>
    public async Task NoteAsync(PortalWrite write, Guid targetId, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var records = write.Set<IdempotencyRecord>();
        // One that is forgotten but not yet swept would stand in the way.
        await records.Where(r => r.ActorId == ActorId && r.Route == Route && r.KeyHash == KeyHash).ExecuteDeleteAsync(cancellationToken);
        records.Add(new IdempotencyRecord
        {
            ActorId = ActorId,
            Route = Route,
            KeyHash = KeyHash,
            BodyHash = BodyHash,
            TargetId = targetId,
            RecordedAtUtc = nowUtc,
        });
    }
}
