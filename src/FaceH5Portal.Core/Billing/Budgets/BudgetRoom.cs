using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Billing.Budgets;

/// <summary>Whether a cap has room for more.</summary>
internal static class BudgetRoom
{
    public static async Task<bool> HasRoomAsync(
        PortalWrite write, BudgetCap cap, BudgetUse use, Subject subject, int launches, long mayCost, CancellationToken cancellationToken)
    {
        if (cap.Unit == BudgetUnit.Launches)
            return use.Launches + launches <= cap.Most;
        var spent = cap.Scope == BudgetScope.EachPerson
            ? await SpentMoney.OfPersonAsync(write.Context, subject, use.Since, cancellationToken)
            : await SpentMoney.OfAllAsync(write.Context, cap, use.Since, cancellationToken);
        return spent + use.Holding + mayCost <= cap.Most;
    }
}
