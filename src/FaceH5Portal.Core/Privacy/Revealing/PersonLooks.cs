using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.PhotoChecks;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Revealing;

/// <summary>Looks at a person's data, as they are told: alike ones of a day are one line.</summary>
/// <param name="LastAtUtc">When the last of them was.</param>
/// <param name="Role">As what whoever looked did so; null for a program.</param>
/// <param name="Kind">What was seen.</param>
/// <param name="Reason">What for.</param>
/// <param name="Times">How often.</param>
/// <param name="Name">Who, where the settings name staff.</param>
public sealed record PersonLook(DateTime LastAtUtc, Role? Role, LookKind Kind, RevealReason Reason, int Times, string? Name);

/// <summary>Tells the person of a link who looked at their data.</summary>
public sealed class PersonLooks(PortalStore store, PrivacySettings settings)
{
    private const int Most = 500;

    // Most people's data is looked at by nobody, and to find that out has to cost nothing.
    private static readonly ReadyRead<string> Any = new("""
        SELECT 'looked at' WHERE EXISTS (SELECT 1 FROM "Looks" WHERE "SessionId" = @key)
            OR EXISTS (SELECT 1 FROM "PhotoChecks" AS c INNER JOIN "Looks" AS l ON l."SessionId" = c."GroupId" WHERE c."SessionId" = @key)
        """, row => row.Text()!);

    public async Task<IReadOnlyList<PersonLook>> OfAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        if (await store.LookAsync(Any, sessionId, cancellationToken) is null)
            return [];
        // The groups of checks as a list of their own: asked of each look, they would keep the index out.
        var looks = await store.LookAsync(db => db.Set<Look>().AsNoTracking()
            .Where(look => look.SessionId == sessionId
                || db.Set<PhotoCheck>().Where(check => check.SessionId == sessionId).Select(check => check.GroupId).Contains(look.SessionId))
            .OrderByDescending(look => look.SeenAtUtc).Take(Most).ToListAsync(cancellationToken), cancellationToken);
        return [.. looks.GroupBy(look => (look.SeenAtUtc.Date, look.Role, look.Kind, look.Reason, Name: settings.NamesStaff ? look.ActorName : null))
            .Select(alike => new PersonLook(alike.Max(look => look.SeenAtUtc), alike.Key.Role, alike.Key.Kind, alike.Key.Reason, alike.Count(), alike.Key.Name))
            .OrderByDescending(look => look.LastAtUtc)];
    }
}
