using System.Collections.Concurrent;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.People;

/// <summary>What people are called where the books know them by their id. Whoever is no person of the console is called by the id.</summary>
public sealed class ActorNames
{
    private readonly ConcurrentDictionary<string, string> names = [];

    public string Of(string actorId) => names.GetValueOrDefault(actorId, actorId);

    internal void Know(string actorId, string name) => names[actorId] = name;
}

/// <summary>Learns the names before anybody asks.</summary>
public sealed class NamesOpening(PortalStore store, ActorNames names) : IOpeningStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        await foreach (var account in db.Set<Account>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            names.Know(account.ActorId, account.Name);
    }
}
