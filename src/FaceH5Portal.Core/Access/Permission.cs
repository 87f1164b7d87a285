namespace FaceH5Portal.Core.Access;

public enum Permission
{
    SeeSessions,
    CreateSessions,
    CancelSessions,
    SeePersonalData,
    SeeImages,
    SeeMoney,
    AuditCharges,
    ManageMoney,
    Decide,
    ManagePlans,
    ManagePeople,
    ManageKeys,
    EraseSubjects,
    ReadAudit,
    ManagePrivacy,
    CheckPhotos,
    ManageWebhooks,
    HandleAlarms,
    ManageSettings,
}
