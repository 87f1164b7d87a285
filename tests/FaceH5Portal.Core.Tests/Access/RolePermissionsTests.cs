using FaceH5Portal.Core.Access;
using static FaceH5Portal.Core.Access.Permission;

namespace FaceH5Portal.Core.Tests.Access;

public sealed class RolePermissionsTests
{
    [Theory]
    [InlineData(Role.Operator, SeeSessions, CreateSessions, CancelSessions, SeePersonalData, SeeImages, SeeMoney, CheckPhotos)]
    [InlineData(Role.Reviewer, SeeSessions, SeePersonalData, SeeImages, Decide)]
    [InlineData(Role.Auditor, SeeSessions, SeeMoney, AuditCharges, ReadAudit)]
    [InlineData(Role.Administrator, SeeSessions, CreateSessions, CancelSessions, SeePersonalData, SeeImages, SeeMoney, AuditCharges, ManageMoney, Decide, ManagePlans, ManagePeople, ManageKeys, EraseSubjects, ReadAudit, ManagePrivacy, CheckPhotos)]
    public void A_role_may_exactly_this(Role role, params Permission[] allowed) =>
        Assert.Equal(allowed.Order(), RolePermissions.Of(role).Order());

    [Fact]
    public void Every_role_has_its_row() => Assert.All(Enum.GetValues<Role>(), role => Assert.NotEmpty(RolePermissions.Of(role)));

    [Fact]
    public void Nobody_and_the_person_of_a_link_may_nothing_in_the_console()
    {
        Assert.Empty(Actor.Anonymous.Permissions);
        Assert.Empty(Actor.EndUser.Permissions);
    }
}
