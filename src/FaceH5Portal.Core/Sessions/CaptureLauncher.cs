using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Sessions;

/// <summary>
/// Sends a person to the vendor's page: with the token they still have, else with a new one, readied as the plan
/// asks. A token whose minting or readying ended unclear is abandoned; the next click mints another.
/// </summary>
public sealed class CaptureLauncher(
    PortalStore store, IBaiduFaceClient vendor, SubjectVault subjects, EvidenceVault evidence, SessionJournal journal,
    AuditTrail audit, PortalLinks links, RefusedPhoto photos, ILaunchGate gate, BlindIndex index, Entropy entropy, TimeProvider clock)
{
    public async Task<Result<Uri>> LaunchAsync(PersonsCapture found, CancellationToken cancellationToken)
    {
        var (session, subject) = found.Person;
        if (found.Newest is { } token && token.LivesAt(journal.NowUtc) && subjects.TryOpenText(subject, "verify-token", token.SealedToken) is { } verifyToken
            && subjects.TryOpenText(subject, "return-state", token.SealedState) is { } state)
            return PageFor(verifyToken, state);
        // A session may still be capturing when its link has run out: its live token is honoured, a new one is not minted.
        if (journal.NowUtc >= session.LinkExpiresUtc)
            return new PortalError("link-closed");
        var needs = await CaptureNeeds.OfAsync(session, subject, subjects, evidence, cancellationToken);
        if (!needs.Ok)
            return await NoteFailureAsync(session.Id, needs.Errors[0].Code, needs.Errors[0], cancellationToken);
        var permit = await gate.TakeAsync(session, subject, cancellationToken);
        if (!permit.Ok)
            return await NoteFailureAsync(session.Id, permit.Errors[0].Code, permit.Errors[0], cancellationToken);
        var isUsed = false;
        try
        {
            var launched = await LaunchAsync(session, subject, needs.Value, permit.Value, cancellationToken);
            isUsed = launched.Ok;
            return launched;
        }
        finally
        {
            if (!isUsed)
                await gate.GiveBackAsync(permit.Value);
        }
    }

    private async Task<Result<Uri>> LaunchAsync(
        VerificationSession session, Subject subject, CaptureNeeds needs, LaunchPermit permit, CancellationToken cancellationToken)
    {
        var minted = await MintAsync(session, needs, cancellationToken);
        if (minted.Fault is { } refusal && RefusedPhoto.IsMeant(needs, refusal))
            return await photos.LetGoAsync(session.Id, refusal.Code!, cancellationToken);
        if ((minted.Fault?.Code ?? minted.Fault?.Kind.ToString()) is { } code)
            return await NoteFailureAsync(session.Id, code, new PortalError("vendor-unavailable", null, code), cancellationToken);
        return await KeepAsync(session.Id, subject, minted.Value!, permit, cancellationToken);
    }

    private async Task<VendorAnswer<VerifyTokenGrant>> MintAsync(
        VerificationSession session, CaptureNeeds needs, CancellationToken cancellationToken)
    {
        var grant = await vendor.GenerateAsync(session.Terms.VendorPlanId, cancellationToken);
        if (!grant.IsSuccess)
            return grant;
        var ready = await needs.TellAsync(vendor, grant.Value.VerifyToken, cancellationToken);
        return ready is null ? grant : grant with { Value = null, Fault = ready };
    }

    private async Task<Result<Uri>> NoteFailureAsync(
        Guid sessionId, string code, PortalError told, CancellationToken cancellationToken)
    {
        var noted = await store.WriteAsync<VerificationSession>(write =>
        {
            var session = write.Find<VerificationSession>(sessionId)!;
            journal.Tell(write, session, TimelineKind.LaunchFailed, code);
            return session;
        }, cancellationToken);
        return noted.Ok ? told : noted.Errors.ToList();
    }

    private Task<Result<Uri>> KeepAsync(
        Guid sessionId, Subject subject, VerifyTokenGrant grant, LaunchPermit permit, CancellationToken cancellationToken)
    {
        var state = entropy.NewSecret();
        return store.WriteAsync<Uri>(write =>
        {
            var session = write.Find<VerificationSession>(sessionId)!;
            if (session.Status != SessionStatus.Capturing && !journal.Apply(write, session, SessionEvent.Launched, new SessionFacts()))
                return new PortalError("link-closed");
            write.Add(NewToken(session, subject, grant, state, permit));
            gate.Use(write, permit);
            journal.Tell(write, session, TimelineKind.LeftForCapture);
            audit.Record(write, Actor.EndUser, AuditAction.TokenMinted, $"session/{session.Id}");
            return PageFor(grant.VerifyToken, state);
        }, cancellationToken);
    }

    private VerifyToken NewToken(VerificationSession session, Subject subject, VerifyTokenGrant grant, string state, LaunchPermit permit)
    {
        var now = journal.NowUtc;
        var dies = now + TokenWindows.Use + TokenWindows.DeathMargin;
        return new VerifyToken
        {
            Id = entropy.NewId(clock),
            SessionId = session.Id,
            CredentialId = grant.CredentialId,
            SealedToken = subjects.SealText(subject, "verify-token", grant.VerifyToken),
            TokenIndex = index.OfToken(grant.VerifyToken),
            StateHash = PortalLinks.Hash(state),
            SealedState = subjects.SealText(subject, "return-state", state),
            MintedAtUtc = now,
            MayCost = permit.MayCost,
            DiesAtUtc = dies,
            ForgottenAtUtc = now + TokenWindows.Use + TokenWindows.Results,
            DueUtc = session.Terms.EarlyProbes ? now + EarlyProbes.First : dies,
        };
    }

    private Uri PageFor(string verifyToken, string state) =>
        vendor.CapturePageUrl(verifyToken, links.Return(state), links.Return(state));
}
