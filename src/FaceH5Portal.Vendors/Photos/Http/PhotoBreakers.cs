namespace FaceH5Portal.Vendors.Photos.Http;

/// <summary>
/// Leaves a vendor alone whose last few checks all failed, however few they are: behind each a person waits, and each may have cost. Once the
/// rest is over one check goes out to see, and the others wait for how it ends; each that fails makes the next rest longer.
/// </summary>
internal sealed class PhotoBreakers(TimeProvider clock)
{
    private const int InARow = 3;
    private const int MostDoublings = 4;
    private static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(1);

    // What failed longer ago says nothing of now.
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly Lock _turn = new();
    private readonly Dictionary<PhotoVendor, Failures> _failures = [];

    public bool IsResting(PhotoVendor vendor)
    {
        lock (_turn)
            return Find(vendor) is { } failures && (failures.IsBeingTried || RestOf(failures) > TimeSpan.Zero);
    }

    /// <summary>Null where a check may go out, whose end has then to be told; else how long none may.</summary>
    public TimeSpan? Begin(PhotoVendor vendor)
    {
        lock (_turn)
        {
            if (Find(vendor) is not { Number: >= InARow } failures)
                return null;
            if (failures.IsBeingTried || RestOf(failures) > TimeSpan.Zero)
                return RestOf(failures);
            _failures[vendor] = failures with { IsBeingTried = true };
            return null;
        }
    }

    /// <param name="vendor">Who was asked.</param>
    /// <param name="failed">Whether it failed; null where its caller did not wait for the end.</param>
    public void End(PhotoVendor vendor, bool? failed)
    {
        lock (_turn)
        {
            var known = Find(vendor) ?? new Failures(0, default, default, false);
            if (failed == false)
                _failures.Remove(vendor);
            else if (failed == null)
                _failures[vendor] = known with { IsBeingTried = false };
            // What was under way when the rest began tells nothing new.
            else if (RestOf(known) == TimeSpan.Zero)
                _failures[vendor] = Add(known);
        }
    }

    private Failures Add(Failures known)
    {
        var (now, number) = (clock.GetUtcNow(), known.Number + 1);
        var rest = number < InARow ? TimeSpan.Zero : FirstRest * (1 << Math.Min(number - InARow, MostDoublings));
        return new Failures(number, now, now + rest, false);
    }

    private Failures? Find(PhotoVendor vendor) =>
        _failures.TryGetValue(vendor, out var known) && clock.GetUtcNow() - known.LastAt <= Memory ? known : null;

    private TimeSpan RestOf(Failures known) => known.RestsUntil - clock.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    private sealed record Failures(int Number, DateTimeOffset LastAt, DateTimeOffset RestsUntil, bool IsBeingTried);
}
