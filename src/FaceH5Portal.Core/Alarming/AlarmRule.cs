namespace FaceH5Portal.Core.Alarming;

/// <summary>What is watched, the gravest first.</summary>
public enum AlarmRule
{
    EvidenceDeadline,
    Unresolved,
    Backlog,
    Disk,
    SetUp,
    VendorErrors,
    VendorSlow,
    Clock,
    AttemptsOfLink,
    AttemptsOfPerson,
    ConsentsOfAddress,
    RiskLevels,
    ForgedReturns,
    Budget,
    Package,
    Reconciliation,
    Retention,
    Expiry,

    /// <summary>An alarm could not be told.</summary>
    Telling,
}

public enum AlarmSeverity
{
    Advice,
    Warning,

    /// <summary>Something is being lost. Quiet hours do not hold it back.</summary>
    Critical,
}

public enum AlarmState
{
    Open,

    /// <summary>Somebody has it in hand.</summary>
    Acknowledged,

    /// <summary>Nobody wants to hear of it for a while.</summary>
    Snoozed,

    /// <summary>Its cause is gone.</summary>
    Resolved,
}
