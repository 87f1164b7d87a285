using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.PhotoChecks.Choosing;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Photos;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.PhotoChecks.Asking;

/// <summary>
/// Asks the vendor of a check, once. Another is asked in its place only where the first certainly was not reached, and is on
/// record before it is. Nobody's patience ends it: what was asked may cost.
/// </summary>
public sealed class CheckRunner(
    PortalStore store, VendorChoice choice, SentPhotos photos, PhotoCheckRecorder recorder, IEnumerable<ICheckGate> gates, TimeProvider clock)
{
    internal async Task AskAsync(Guid checkId, CheckedPerson person, byte[] photo, PlannedCheck plan)
    {
        while (true)
        {
            var result = await plan.Client.CheckAsync(new PhotoCheckRequest
            {
                Name = person.Identity.Name,
                IdNumber = person.Identity.Number,
                Reference = checkId.ToString("N"),
                File = plan.Photo.Bytes,
            }, CancellationToken.None);
            if (result.WasSent || await NextAsync(checkId, result, person, photo, plan) is not { } next)
            {
                await recorder.RecordAsync(checkId, result);
                return;
            }
            plan = next;
        }
    }

    /// <summary>The check at its next vendor; null where there is none, no room for its price, or nobody any more who agrees to it.</summary>
    private async Task<PlannedCheck?> NextAsync(Guid checkId, PhotoCheckResult unreached, CheckedPerson person, byte[] photo, PlannedCheck plan)
    {
        if (plan.Next.Count == 0)
            return null;
        await using var db = await store.ReadAsync(CancellationToken.None);
        var next = CheckPlanner.First(photo, plan.Next, await choice.PricesAsync(db, CancellationToken.None));
        if (!next.Ok)
            return null;
        // A check that has a next vendor is alone in its group, which bears its id.
        var sent = next.Value.Sha256 == plan.Sha256 ? null : photos.Seal(person.Subject, checkId, photo, next.Value);
        if (sent is { Ok: false })
            return null;
        var moved = await store.WriteAsync<Guid>(write => MoveAsync(write, checkId, unreached, person, next.Value, sent?.Value), CancellationToken.None);
        return moved.Ok ? next.Value : null;
    }

    private async Task<Result<Guid>> MoveAsync(
        PortalWrite write, Guid checkId, PhotoCheckResult unreached, CheckedPerson person, PlannedCheck next, SealedEvidence? sent)
    {
        // What the first vendor might have cost is given back before the next one's room is looked for.
        await write.Set<PhotoCheck>().Where(one => one.Id == checkId).ExecuteUpdateAsync(set => set.SetProperty(one => one.MayCost, (long?)null));
        var check = write.Find<PhotoCheck>(checkId)!;
        var subject = write.Find<Subject>(check.SubjectId)!;
        if (subject.IsErased)
            return new PortalError("subject-erased");
        if (await CheckedPeople.StaleAsync(write, person, CancellationToken.None) is { } stale)
            return stale;
        foreach (var gate in gates)
        {
            await gate.GiveBackAsync(write, subject, CancellationToken.None);
            if (await gate.TakeAsync(write, subject, 1, next.Price, CancellationToken.None) is { } refused)
                return refused;
        }
        if (sent is not null && photos.Replace(write, check, sent) is { } gone)
            return gone;
        var now = clock.GetUtcNow().UtcDateTime;
        check.Tried = [.. check.Tried, new TriedVendor(unreached.Vendor, unreached.Code, now)];
        (check.Vendor, check.AskedAtUtc, check.MayCost) = (next.Client.Vendor, now, next.Price);
        (check.Sent, check.SentSha256) = (next.Photo.After, next.Sha256);
        check.Version++;
        recorder.Tell(write, check, asked: true);
        return check.Id;
    }
}
