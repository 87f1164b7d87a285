namespace FaceH5Portal.Core.Auditing;

public enum AuditAction
{
    PlanCreated,
    PlanChanged,
    SessionCreated,
    SessionCancelled,
    ConsentGiven,
    TokenMinted,
    ReturnRecorded,
    VerdictRecorded,
    ChargeRecorded,
    EvidenceStored,
    EvidenceViewed,
    EvidenceDeleted,
    PersonalDataSeen,
    SessionExpired,
    ResultLost,
    HarvestRetried,
    ResultAskedEarly,
    ItemClosedAsLost,
    ResultResolved,
    SubjectErased,
    MasterKeyRotated,
}
