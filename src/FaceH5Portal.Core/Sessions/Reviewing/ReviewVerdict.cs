namespace FaceH5Portal.Core.Sessions.Reviewing;

/// <summary>What a person decided after looking.</summary>
public enum ReviewVerdict
{
    Approved,
    Declined,

    /// <summary>Declined, and the person is asked to verify themselves once more in a session of its own.</summary>
    AskedAgain,
}
