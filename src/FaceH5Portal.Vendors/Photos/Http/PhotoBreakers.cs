using System.Net;
using FaceH5Portal.Vendors.Http;

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

    // A row whose last failure is longer ago says nothing of now.
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly Lock _turn = new();
    private readonly Dictionary<PhotoVendor, Failures> _failures = [];

    public bool IsResting(PhotoVendor vendor)
    {
        lock (_turn)
            return Find(vendor) is { } failures && (failures.IsBeingTried || RestOf(failures) > TimeSpan.Zero);
    }

    /// <summary>Whether a check may go out; how it ends has then to be told.</summary>
    public PhotoTurn Begin(PhotoVendor vendor)
    {
        lock (_turn)
        {
            if (Find(vendor) is not { } known)
                return default;
            if (known.IsBeingTried || RestOf(known) > TimeSpan.Zero)
                return new PhotoTurn(RestOf(known), IsTrying: false);
            if (known.Number < InARow)
                return default;
            _failures[vendor] = known with { IsBeingTried = true };
            return new PhotoTurn(null, IsTrying: true);
        }
    }

    /// <param name="vendor">Who was asked.</param>
    /// <param name="turn">What <see cref="Begin"/> gave.</param>
    /// <param name="reply">What came back; null where its caller did not wait for it.</param>
    public void End(PhotoVendor vendor, PhotoTurn turn, HttpReply? reply)
    {
        lock (_turn)
        {
            var known = Find(vendor) ?? new Failures(0, default, default, false);
            if (WaitAskedFor(reply) is { } wait)
                _failures[vendor] = known with { LastAt = clock.GetUtcNow(), RestsUntil = clock.GetUtcNow() + wait, IsBeingTried = false };
            else if (reply is { Fault: null, IsServerError: false })
                _failures.Remove(vendor);
            else if (IsFailure(reply))
            {
                // Since a rest began, only the check that went out to see tells something new.
                if (turn.IsTrying || known.Number < InARow)
                    _failures[vendor] = Add(known);
            }
            else if (turn.IsTrying)
                _failures[vendor] = known with { IsBeingTried = false };
        }
    }

    /// <summary>A vendor that says when to come back is busy and not broken; until then it is left alone.</summary>
    private TimeSpan? WaitAskedFor(HttpReply? reply) =>
        reply is { Fault: null, Status: HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests } ? reply.WaitFrom(clock.GetUtcNow()) : null;

    /// <summary>What was never sent, or came back too large, tells nothing of the vendor's health.</summary>
    private static bool IsFailure(HttpReply? reply) => reply switch
    {
        null => false,
        { Fault: { } fault } => fault.Kind is VendorFaultKind.TimedOut or VendorFaultKind.Unreachable,
        _ => reply.IsServerError,
    };

    private Failures Add(Failures known)
    {
        var (now, number) = (clock.GetUtcNow(), known.Number + 1);
        var rest = number < InARow ? TimeSpan.Zero : FirstRest * (1 << Math.Min(number - InARow, MostDoublings));
        return new Failures(number, now, known.RestsUntil > now + rest ? known.RestsUntil : now + rest, false);
    }

    private Failures? Find(PhotoVendor vendor) =>
        _failures.TryGetValue(vendor, out var known) && clock.GetUtcNow() - known.LastAt <= Memory ? known : null;

    private TimeSpan RestOf(Failures known) => known.RestsUntil - clock.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero;

    private sealed record Failures(int Number, DateTimeOffset LastAt, DateTimeOffset RestsUntil, bool IsBeingTried);
}
