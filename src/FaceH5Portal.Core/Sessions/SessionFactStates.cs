namespace FaceH5Portal.Core.Sessions;

/// <summary>How much of what the vendor holds is here.</summary>
public enum HarvestState
{
    NotDue,
    Owed,
    Partial,
    Complete,
    Lost,
}

public enum ReviewState
{
    None,
    Needed,
    Approved,
    Declined,
}

public enum PrivacyState
{
    Full,
    MediaDeleted,
    Redacted,
}
