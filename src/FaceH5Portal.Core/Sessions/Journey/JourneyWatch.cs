using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>What attacks on the flow look like from here: ways back that nobody was given, and many consents from one address.</summary>
public sealed class JourneyWatch(BlindIndex index, TimeProvider clock)
{
    private const string Anywhere = "";

    private readonly RecentCounts forged = new(TimeSpan.FromDays(1), clock);
    private readonly RecentCounts consents = new(TimeSpan.FromDays(1), clock);

    internal void SeeForgedReturn() => forged.Note(Anywhere);

    // Kept as an index, so that the memory of it names nobody's address.
    internal void SeeConsent(string address) => consents.Note(index.Of($"address|{address}"));

    public int ForgedReturnsSince(DateTimeOffset since) => forged.Since(since).GetValueOrDefault(Anywhere);

    /// <summary>Consents by the index of the address they came from.</summary>
    public IReadOnlyDictionary<string, int> ConsentsSince(DateTimeOffset since) => consents.Since(since);
}
