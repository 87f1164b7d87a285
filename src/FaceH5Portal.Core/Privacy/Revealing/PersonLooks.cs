using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Data.Rows;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.PhotoChecks;

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

    public async Task<IReadOnlyList<PersonLook>> OfAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var looks = await store.LookAtRowsAsync(rows => LooksOf(rows, sessionId), cancellationToken);
        return [.. looks.GroupBy(look => (look.SeenAtUtc.Date, look.Role, look.Kind, look.Reason, Name: settings.NamesStaff ? look.ActorName : null))
            .Select(alike => new PersonLook(alike.Max(look => look.SeenAtUtc), alike.Key.Role, alike.Key.Kind, alike.Key.Reason, alike.Count(), alike.Key.Name))
            .OrderByDescending(look => look.LastAtUtc)];
    }

    /// <summary>At the session, and at each group of checks that stood in its place.</summary>
    private static List<Look> LooksOf(RowLook rows, Guid sessionId) =>
    [
        .. rows.Of<PhotoCheck>(nameof(PhotoCheck.SessionId), sessionId).Select(check => check.GroupId).Distinct().Prepend(sessionId)
            .SelectMany(seen => rows.Of<Look>(nameof(Look.SessionId), seen)).OrderByDescending(look => look.SeenAtUtc).Take(Most),
    ];
}
