namespace FaceH5Portal.Sandbox.Profile;

/// <summary>How the switches stand.</summary>
internal sealed class VendorProfile
{
    public static readonly VendorProfile Default = new(new Dictionary<string, string>());

    private readonly IReadOnlyDictionary<string, string> _changed;

    private VendorProfile(IReadOnlyDictionary<string, string> changed) => _changed = changed;

    public bool IsDefault => _changed.Count == 0;

    public string this[ProfileSwitch part] => _changed.GetValueOrDefault(part.Name, part.Default);

    /// <param name="changed">Values by name; those at their default may be left out.</param>
    public static VendorProfile Of(IReadOnlyDictionary<string, string> changed) => changed.Count == 0 ? Default : new VendorProfile(changed);

    public bool Is(ProfileSwitch part, string value) => this[part] == value;

    /// <summary>Whether this switch is anywhere but at its default.</summary>
    public bool Departs(ProfileSwitch part) => _changed.ContainsKey(part.Name);
}
