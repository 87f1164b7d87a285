namespace FaceH5Portal.Sandbox.Profile;

/// <summary>One thing no source settles; the first of its values is the default.</summary>
internal sealed record ProfileSwitch(string Name, string Meaning, params IReadOnlyList<string> Values)
{
    public string Default => Values[0];
}
