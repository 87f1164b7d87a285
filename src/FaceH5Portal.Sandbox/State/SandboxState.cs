namespace FaceH5Portal.Sandbox.State;

/// <summary>
/// All the vendor remembers. Reading and changing belong together, so callers do both inside
/// <see cref="Exclusively{T}"/>; each change is on disk before the caller goes on.
/// </summary>
internal sealed class SandboxState : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AccessToken> _accessTokens = [];
    private readonly Dictionary<string, VerifyToken> _verifyTokens = [];
    private readonly Dictionary<string, Script> _scripts = [];
    private readonly List<VendorCall> _calls = [];
    private readonly FactLog? _log;

    public SandboxState(FactLog? log)
    {
        _log = log;
        foreach (var fact in log?.Read() ?? []) Apply(fact);
        log?.Rewrite(Facts());
    }

    public IEnumerable<VerifyToken> VerifyTokens => _verifyTokens.Values;

    public IReadOnlyList<VendorCall> Calls => _calls;

    public T Exclusively<T>(Func<T> work)
    {
        lock (_gate) return work();
    }

    public AccessToken? AccessToken(string value) => _accessTokens.GetValueOrDefault(value);

    public VerifyToken? VerifyToken(string value) => _verifyTokens.GetValueOrDefault(value);

    public Script? Script(string key) => _scripts.GetValueOrDefault(key);

    public void Save(AccessToken token) => Remember(new Fact { AccessToken = token });

    public VerifyToken Save(VerifyToken token)
    {
        Remember(new Fact { VerifyToken = token });
        return token;
    }

    public void Save(Script script) => Remember(new Fact { Script = script });

    public void Record(VendorCall call)
    {
        lock (_gate) Remember(new Fact { Call = call });
    }

    public void Forget()
    {
        _log?.Rewrite([]);
        _accessTokens.Clear();
        _verifyTokens.Clear();
        _scripts.Clear();
        _calls.Clear();
    }

    public void Dispose()
    {
        lock (_gate) _log?.Dispose();
    }

    private void Remember(Fact fact)
    {
        _log?.Append(fact);
        Apply(fact);
    }

    private void Apply(Fact fact)
    {
        if (fact.AccessToken is { } access) _accessTokens[access.Value] = access;
        if (fact.VerifyToken is { } token) _verifyTokens[token.Value] = token;
        if (fact.Script is { } script) _scripts[script.Key] = script;
        if (fact.Call is { } call) _calls.Add(call);
    }

    private IEnumerable<Fact> Facts() =>
    [
        .. _accessTokens.Values.Select(token => new Fact { AccessToken = token }),
        .. _verifyTokens.Values.Select(token => new Fact { VerifyToken = token }),
        .. _scripts.Values.Select(script => new Fact { Script = script }),
        .. _calls.Select(call => new Fact { Call = call }),
    ];
}
