using System.Text.Json.Nodes;

namespace FaceH5Portal.Sandbox.State;

/// <summary>What the photo vendors remember: their books, the photos they keep, the signatures they have seen, and what they were told to say.</summary>
internal sealed class PhotoBooks
{
    private readonly List<PhotoCheck> _checks = [];
    private readonly Dictionary<string, PhotoScript> _scripts = [];
    private readonly HashSet<string> _images = [];
    private readonly HashSet<string> _usedSignatures = [];

    public IReadOnlyList<PhotoCheck> Checks => _checks;

    public IReadOnlyCollection<PhotoScript> Scripts => _scripts.Values;

    /// <summary>What the vendor is to say of somebody; null where it was told nothing.</summary>
    public JsonObject? Script(string vendor, string idNumber) =>
        (_scripts.GetValueOrDefault(PhotoScript.KeyOf(vendor, idNumber)) ?? _scripts.GetValueOrDefault(PhotoScript.KeyOf(vendor, null)))?.Answer;

    public bool Keeps(string imageId) => _images.Contains(imageId);

    public bool IsUsedUp(string signature) => _usedSignatures.Contains(signature);

    public void Apply(Fact fact)
    {
        if (fact.PhotoScript is { Answer: null } gone) _scripts.Remove(gone.Key);
        else if (fact.PhotoScript is { } script) _scripts[script.Key] = script;
        if (fact.PhotoCheck is { } check) Enter(check);
    }

    public IEnumerable<Fact> Facts() =>
    [
        .. _scripts.Values.Select(script => new Fact { PhotoScript = script }),
        .. _checks.Select(check => new Fact { PhotoCheck = check }),
    ];

    public void Forget()
    {
        _checks.Clear();
        _scripts.Clear();
        _images.Clear();
        _usedSignatures.Clear();
    }

    private void Enter(PhotoCheck check)
    {
        _checks.Add(check);
        if (check.ImageId is { } image) _images.Add(image);
        if (check.OneShot is { } signature) _usedSignatures.Add(signature);
    }
}
