using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>Everybody's own lists.</summary>
public sealed class SavedViews(PortalStore store, Entropy entropy, TimeProvider clock)
{
    public const int LongestName = 40;
    public const int LongestQuery = 500;
    public const int Most = 20;

    public async Task<Result<IReadOnlyList<SavedView>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        return await db.Set<SavedView>().AsNoTracking().Where(view => view.Owner == actor.Id)
            .OrderBy(view => view.Name).ToListAsync(cancellationToken);
    }

    /// <summary>A view of the same name gives way.</summary>
    public async Task<Result<Guid>> SaveAsync(Actor actor, string name, string query, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        if (string.IsNullOrWhiteSpace(name))
            return new PortalError("text-required", "ViewName");
        if (name.Trim().Length > LongestName || query.Length > LongestQuery)
            return new PortalError("text-too-long", "ViewName", LongestName);
        return await store.WriteAsync<Guid>(async write =>
        {
            var own = await write.Set<SavedView>().Where(view => view.Owner == actor.Id).ToListAsync(cancellationToken);
            if (own.SingleOrDefault(view => view.Name == name.Trim()) is { } old)
            {
                old.Query = query;
                return old.Id;
            }
            if (own.Count >= Most)
                return new PortalError("views-too-many", null, Most);
            var view = new SavedView { Id = entropy.NewId(clock), Owner = actor.Id, Name = name.Trim(), Query = query };
            write.Set<SavedView>().Add(view);
            return view.Id;
        }, cancellationToken);
    }

    public async Task<Result<Guid>> RemoveAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeeSessions) is { } denied)
            return denied;
        return await store.WriteAsync<Guid>(async write =>
        {
            var view = await write.Set<SavedView>().SingleOrDefaultAsync(view => view.Id == id && view.Owner == actor.Id, cancellationToken);
            if (view is not null)
                write.Set<SavedView>().Remove(view);
            return id;
        }, cancellationToken);
    }
}
