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
    SessionExpired,
    ResultLost,
    SubjectErased,
    MasterKeyRotated,
}
