using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaceH5Portal.Simulation.Tests.Planted;

/// <summary>A token whose attempts were once told is not asked about again when it has died.</summary>
internal sealed class NeverClosing : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var tracker = eventData.Context!.ChangeTracker;
        foreach (var attempt in tracker.Entries<Attempt>().ToList())
            if (tracker.Entries<VerifyToken>().FirstOrDefault(token => token.Entity.Id == attempt.Entity.VerifyTokenId) is { } asked
                && asked.Entity.DueUtc == asked.Entity.DiesAtUtc)
                asked.Entity.DueUtc = null;
        tracker.DetectChanges();
        return ValueTask.FromResult(result);
    }
}
