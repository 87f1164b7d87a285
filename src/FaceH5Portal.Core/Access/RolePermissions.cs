namespace FaceH5Portal.Core.Access;

/// <summary>What each role may do. What is not listed is denied.</summary>
public static class RolePermissions
{
    private static readonly Dictionary<Role, Permission[]> Table = new()
    {
        [Role.Operator] =
        [
            Permission.SeeSessions, Permission.CreateSessions, Permission.CancelSessions,
            Permission.SeePersonalData, Permission.SeeImages, Permission.SeeMoney, Permission.CheckPhotos, Permission.HandleAlarms,
        ],
        [Role.Reviewer] =
        [
            Permission.SeeSessions, Permission.SeePersonalData, Permission.SeeImages, Permission.Decide,
        ],
        [Role.Auditor] = [Permission.SeeSessions, Permission.SeeMoney, Permission.AuditCharges, Permission.ReadAudit],
        [Role.Administrator] = Enum.GetValues<Permission>(),
    };

    public static IReadOnlySet<Permission> Of(Role role) => Table[role].ToHashSet();
}
