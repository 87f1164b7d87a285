using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Auditing;

/// <summary>Entries from before there was a chain are bound by the first that is sealed. Done once, when such a database is opened.</summary>
public sealed class AuditOpening(PortalStore store, AuditTrail trail, AuditChain chain) : IOpeningStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var begun = await store.WriteAsync<long>(async write =>
        {
            var last = await write.Set<AuditEntry>().AsNoTracking().OrderByDescending(entry => entry.Sequence).FirstOrDefaultAsync(cancellationToken);
            if (last is null or { Seal: not null })
                return last?.Sequence ?? 0;
            var seal = AuditChain.Beginning;
            await foreach (var entry in write.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
                seal = chain.SealOf(seal, AuditRow.Of(entry));
            trail.Begin(write, last.Sequence, seal);
            return last.Sequence + 1;
        }, cancellationToken);
        if (!begun.Ok)
            throw new PortalStartException($"The audit's chain cannot begin: {begun.Errors[0].Code}.");
    }
}
