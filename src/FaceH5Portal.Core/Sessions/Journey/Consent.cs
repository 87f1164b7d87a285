namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>What the person's browser sent along with the tick.</summary>
/// <param name="Text">The words they read, whole: a hash alone proves nothing to who has not kept them.</param>
/// <param name="Address">Where the browser is.</param>
public sealed record Consent(string TextVersion, string Text, string Language, string Address)
{
    /// <summary>Where nothing else tells their age.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>The parent or guardian who decides for somebody under 14.</summary>
    public string? Guardian { get; init; }

    /// <summary>Personal data stays out of logs that print a record by mistake.</summary>
    public override string ToString() => $"consent {TextVersion} {Language}";
}
