using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>Lets a list leave the portal, and records that it did before its first line goes.</summary>
public sealed class SessionExport(PortalStore store, SessionSearch search, AuditTrail audit)
{
    /// <summary>The first page of what is exported.</summary>
    public async Task<Result<FoundSessions>> BeginAsync(Actor actor, SessionFilter filter, CancellationToken cancellationToken)
    {
        var first = await search.FindAsync(actor, filter, cancellationToken);
        if (!first.Ok)
            return first;
        return await store.WriteAsync<FoundSessions>(write =>
        {
            // Whom one looked for stays out: the entry says that somebody was.
            audit.Record(write, actor, AuditAction.SessionsExported, "sessions", WhatOf(filter));
            return Task.FromResult(first);
        }, cancellationToken);
    }

    private static string WhatOf(SessionFilter filter) =>
        !filter.IsNarrow ? "all" : filter.IsArchived == false && !(filter with { IsArchived = null }).IsNarrow ? "all but the archive" : "narrowed";
}
