namespace FaceH5Portal.Core.Checking;

/// <summary>What has to be right at the vendor before anybody can be verified, in the order in which it is looked at.</summary>
public enum SetUpStep
{
    Keys,
    Permission,
    Plan,
    Results,
    Clock,
}

public enum SetUpMark
{
    Good,
    Wrong,

    /// <summary>It could not be found out, or not yet.</summary>
    Unknown,
}

/// <summary>What was found at one step.</summary>
/// <param name="Code">One of <see cref="SetUpCode"/>.</param>
/// <param name="Detail">The vendor's code, or a number of seconds; never anything secret.</param>
public sealed record SetUpFinding(SetUpStep Step, string Code, string? Detail = null)
{
    public SetUpMark Mark => SetUpCode.MarkOf(Code);
}
