using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.Keys;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Alarming.Rules;

/// <summary>Something that ends by itself: what it is called, and when.</summary>
public sealed record Ending(string What, DateTime AtUtc)
{
    /// <summary>From how many days before an end on it is told, unless an administrator says otherwise.</summary>
    public const int SoonDays = 14;
}

/// <summary>Knows of such things outside the database, as the certificate of the portal's own https.</summary>
public interface IEndingThings
{
    IEnumerable<Ending> All();
}

/// <summary>A key of the API, a certificate or the master key comes to its end within so many days.</summary>
internal sealed class ExpiryRule(PortalStore store, PeopleClock people, IEnumerable<IEndingThings> others) : IAlarmRule
{
    public AlarmRule Rule => AlarmRule.Expiry;

    public ThresholdRange Range { get; } = new(Ending.SoonDays, 1, 90);

    public async Task<IReadOnlyList<AlarmSignal>> FindAsync(long threshold, CancellationToken cancellationToken)
    {
        var now = people.NowUtc;
        var ends = await KeysAsync(now, cancellationToken);
        ends.AddRange(others.SelectMany(thing => thing.All()));
        return [.. ends.Select(end => (end.What, Days: (long)Math.Floor((end.AtUtc - now).TotalDays))).Where(end => end.Days < threshold)
            .Select(end => new AlarmSignal($"end/{end.What}", end.Days < 2 ? AlarmSeverity.Critical : AlarmSeverity.Warning, Math.Max(0, end.Days), end.What))];
    }

    /// <summary>Of one name the last key counts: the older one was meant to end. What is over is no news.</summary>
    private async Task<List<Ending>> KeysAsync(DateTime now, CancellationToken cancellationToken)
    {
        await using var db = await store.ReadAsync(cancellationToken);
        var keys = await db.Set<IssuedKey>().Where(key => key.RevokedAtUtc == null && key.ExpiresAtUtc > now)
            .GroupBy(key => key.Name).Select(name => new { name.Key, Last = name.Max(key => key.ExpiresAtUtc) }).ToListAsync(cancellationToken);
        return keys.ConvertAll(key => new Ending(IssuedKey.ActorIdOf(key.Key), key.Last));
    }
}
