using FaceH5Portal.Sandbox.Profile;

namespace FaceH5Portal.Sandbox.State;

/// <summary>
/// All the vendor remembers. Reading and changing belong together, so callers do both inside
/// <see cref="Exclusively{T}"/>; each change is on disk before the caller goes on.
/// </summary>
internal sealed class SandboxState : IDisposable
{
    /// <summary>A sandbox that stands for weeks must not fill the memory with its journal.</summary>
    public const int JournalLength = 100_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, AccessToken> _accessTokens = [];
    private readonly Dictionary<string, VerifyToken> _verifyTokens = [];
    private readonly Dictionary<string, Script> _scripts = [];
    private readonly Dictionary<string, string> _owners = [];
    private readonly Queue<VendorCall> _calls = [];
    private readonly FactLog? _log;

    public SandboxState(FactLog? log)
    {
        _log = log;
        foreach (var fact in log?.Read() ?? []) Apply(fact);
        log?.Rewrite(Facts());
    }

    public IEnumerable<VerifyToken> VerifyTokens => _verifyTokens.Values;

    public IReadOnlyCollection<VendorCall> Calls => _calls;

    public PhotoBooks Photos { get; } = new();

    public Levers Levers { get; private set; } = Levers.AtRest;

    /// <summary>How the vendor behaves where no source says how.</summary>
    public VendorProfile Profile { get; private set; } = VendorProfile.Default;

    public T Exclusively<T>(Func<T> work)
    {
        lock (_gate) return work();
    }

    public AccessToken? AccessToken(string value) => _accessTokens.GetValueOrDefault(value);

    public VerifyToken? VerifyToken(string value) => _verifyTokens.GetValueOrDefault(value);

    public Script? Script(string key) => _scripts.GetValueOrDefault(key);

    /// <summary>The verify_token under which a file was captured.</summary>
    public string? OwnerOf(string fileId) => _owners.GetValueOrDefault(fileId);

    public void Save(AccessToken token) => Remember(new Fact { AccessToken = token });

    public VerifyToken Save(VerifyToken token)
    {
        Remember(new Fact { VerifyToken = token });
        return token;
    }

    public void Save(Script script) => Remember(new Fact { Script = script });

    public void Save(PhotoCheck check) => Remember(new Fact { PhotoCheck = check });

    public void Save(PhotoScript script) => Remember(new Fact { PhotoScript = script });

    public void Save(Levers levers) => Remember(new Fact { Levers = levers });

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
        _owners.Clear();
        _calls.Clear();
        Photos.Forget();
        Pull(Levers.AtRest);
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
        Photos.Apply(fact);
        if (fact.AccessToken is { } access) _accessTokens[access.Value] = access;
        if (fact.VerifyToken is { } token) Keep(token);
        if (fact.Script is { } script) _scripts[script.Key] = script;
        if (fact.Levers is { } levers) Pull(levers);
        if (fact.Call is { } call) Enter(call);
    }

    private void Keep(VerifyToken token)
    {
        _verifyTokens[token.Value] = token;
        foreach (var file in token.Files()) _owners[file] = token.Value;
    }

    private void Pull(Levers levers) => (Levers, Profile) = (levers, VendorProfile.Of(levers.Profile));

    private void Enter(VendorCall call)
    {
        if (_calls.Count == JournalLength) _calls.Dequeue();
        _calls.Enqueue(call);
    }

    private IEnumerable<Fact> Facts() =>
    [
        .. _accessTokens.Values.Select(token => new Fact { AccessToken = token }),
        .. _verifyTokens.Values.Select(token => new Fact { VerifyToken = token }),
        .. _scripts.Values.Select(script => new Fact { Script = script }),
        .. Photos.Facts(),
        new Fact { Levers = Levers },
        .. _calls.Select(call => new Fact { Call = call }),
    ];
}
