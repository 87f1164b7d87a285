using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>
/// Where somebody who has looked in the vendor's console says whether a check of unknown end was charged. Until then it is in no
/// sum of the ledger, and counts in full against every budget.
/// </summary>
public sealed class PhotoChargeDesk(PortalStore store, PhotoCheckRecorder recorder, PersonalWords words, AuditTrail audit)
{
    public const int LongestReason = 500;

    public async Task<Result<Guid>> SettleAsync(Actor actor, Guid checkId, bool charged, string reason, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManageMoney) is { } denied)
            return denied;
        if (string.IsNullOrWhiteSpace(reason))
            return new PortalError("text-required", "Reason");
        if (reason.Trim().Length > LongestReason)
            return new PortalError("text-too-long", "Reason", LongestReason);
        return await store.WriteAsync<Guid>(async write =>
        {
            if (write.Find<PhotoCheck>(checkId) is not { } check)
                return new PortalError("photo-check-unknown");
            if (!check.IsOver || check.Charged != VendorCharged.Unknown)
                return new PortalError("photo-charge-known");
            var subject = write.Find<Subject>(check.SubjectId)!;
            // The reason stays when the person goes.
            if (words.Name(subject, reason))
                return new PortalError("reason-personal", "Reason");
            (check.SettledBy, check.SettledReason, check.Version) = (actor.Id, reason.Trim(), check.Version + 1);
            await recorder.ChargeAsync(write, check, charged ? VendorCharged.Yes : VendorCharged.No);
            audit.Record(write, actor, AuditAction.PhotoChargeSettled, $"photo-check/{check.Id}", check.Charged.ToString());
            write.Announce(new PortalChange(PhotoCheckService.Topic, check.GroupId));
            return check.Id;
        }, cancellationToken);
    }
}
