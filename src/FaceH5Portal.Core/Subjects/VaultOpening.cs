using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Subjects;

/// <summary>Before anything is served: the master keys that the database needs are here and are the right ones, and what is keyed for good has its key.</summary>
public sealed class VaultOpening(PortalStore store, MasterKeyRing keys, KeyWrapping wrapping, BlindIndex index, AuditChain chain, AccountSeal accounts, RootKey root) : IOpeningStep
{
    // One damaged row must not look like a wrong master key.
    private const int Samples = 8;

    /// <exception cref="PortalStartException">A master key is missing or is not the one that the database knows.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (var db = await store.ReadAsync(cancellationToken))
            await CheckAsync(db, cancellationToken);
        var key = await store.WriteAsync<IndexKey>(write => FindOrMakeAsync(write, cancellationToken), cancellationToken);
        if (!key.Ok)
            throw new PortalStartException($"The key of the blind index cannot be stored: {key.Errors[0].Code}.");
        Use(key.Value);
    }

    /// <summary>The same for who only reads: false where the database was never opened by a portal.</summary>
    /// <exception cref="PortalStartException">A master key is missing or is not the one that the database knows.</exception>
    public async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        await CheckAsync(db, cancellationToken);
        if (await db.Set<IndexKey>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } key)
            return false;
        Use(key);
        return true;
    }

    private void Use(IndexKey row)
    {
        var key = wrapping.KeyOf(row);
        index.Use(key);
        chain.Use(key);
        accounts.Use(key);
        root.Use(key);
    }

    private async Task CheckAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var subjects = db.Set<Subject>().AsNoTracking();
        var named = await subjects.Where(s => s.MasterKeyVersion != Subject.NoMasterKey)
            .Select(s => s.MasterKeyVersion).Distinct().Order().ToListAsync(cancellationToken);
        foreach (var version in named)
        {
            MustHave(version);
            // Any will do; this order the index has already.
            var some = await subjects.Where(s => s.MasterKeyVersion == version).OrderBy(s => s.MasterKeyVersion).Take(Samples).ToListAsync(cancellationToken);
            if (!some.Exists(wrapping.Opens))
                throw Wrong(version);
        }
        if (await db.Set<IndexKey>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } row)
            return;
        MustHave(row.MasterKeyVersion);
        if (!wrapping.Opens(row))
            throw Wrong(row.MasterKeyVersion);
    }

    private async Task<Result<IndexKey>> FindOrMakeAsync(PortalWrite write, CancellationToken cancellationToken)
    {
        if (await write.Set<IndexKey>().SingleOrDefaultAsync(cancellationToken) is { } found)
            return found;
        // Subjects from before this row were grouped by a key that was derived from their master key.
        var grouped = await write.Set<Subject>().Where(s => s.NumberIndex != null).OrderBy(s => s.MasterKeyVersion)
            .Select(s => (int?)s.MasterKeyVersion).FirstOrDefaultAsync(cancellationToken);
        var made = wrapping.IndexKeyOf(grouped is { } version ? keys[version].FirstIndexKey : wrapping.NewKey());
        write.Set<IndexKey>().Add(made);
        return made;
    }

    private void MustHave(int version)
    {
        if (!keys.Versions.Contains(version))
            throw new PortalStartException(
                $"The database needs version {version} of the master key, and {keys.Source} holds only version {string.Join(" and ", keys.Versions)}: "
                + $"put the line {version}:… back, and take it out once the log says that the rotation is complete.");
    }

    private PortalStartException Wrong(int version) => new(
        $"Version {version} of the master key in {keys.Source} is not the key that this database was sealed with: put the right one back.");
}
