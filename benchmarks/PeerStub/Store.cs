using System.Collections.Concurrent;
using System.Globalization;

namespace PeerStub;

internal sealed class Store
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _accessTokens = new();
    private readonly ConcurrentDictionary<string, Session> _sessions = new();

    public string IssueAccessToken()
    {
        var value = Guid.NewGuid().ToString("N");
        _accessTokens[value] = DateTimeOffset.UtcNow.AddDays(30);
        return value;
    }

    public bool Knows(string? accessToken) =>
        accessToken is not null && _accessTokens.TryGetValue(accessToken, out var expires) && DateTimeOffset.UtcNow < expires;

    public Session Mint(string planId)
    {
        var session = new Session(Guid.NewGuid().ToString("N")[..24], planId, DateTimeOffset.UtcNow);
        _sessions[session.Value] = session;
        return session;
    }

    public Session? Find(string verifyToken) => _sessions.GetValueOrDefault(verifyToken);

    public void Save(Session session) => _sessions[session.Value] = session;

    public static string LogId() => Random.Shared.NextInt64(1_000_000_000_000_000_000, 2_000_000_000_000_000_000).ToString(CultureInfo.InvariantCulture);
}
