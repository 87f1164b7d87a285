namespace FaceH5Portal.Core.Sessions.Reviewing;

/// <summary>What a reviewer means to decide.</summary>
/// <param name="Reason">What the person is told; needed unless they are approved.</param>
/// <param name="PrivateReason">What only colleagues read.</param>
public sealed record NewDecision(ReviewVerdict Verdict, string? Reason, string? PrivateReason)
{
    /// <summary>Both may speak of a person, and a record prints itself.</summary>
    public override string ToString() => $"{Verdict}";
}
