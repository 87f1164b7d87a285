using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Sessions;

/// <summary>What must be right before a session is made, whether one or many are.</summary>
public sealed class SessionRules(IdentityRules identities)
{
    public const int LongestReference = 64;

    /// <summary>Written the way the vendors expect it, without what the plan does not need.</summary>
    public static NewSession Tidy(PlanTerms terms, NewSession request) => request with
    {
        Identity = terms.NeedsIdentity && request.Identity is { } identity ? IdentityRules.Tidy(identity) : null,
    };

    /// <summary>Every fault of a tidied request.</summary>
    public List<PortalError> Check(PlanTerms terms, NewSession request)
    {
        var errors = new List<PortalError>();
        if (request.Reference?.Length > LongestReference)
            errors.Add(new PortalError("text-too-long", nameof(NewSession.Reference), LongestReference));
        if (request.Purpose is { } purpose && PurposeFault(purpose) is { } fault)
            errors.Add(fault);
        // What is not given here is asked of the person.
        if (request.Identity is { } identity)
            errors.AddRange(identities.Check(identity, request.AcceptCheckDigit));
        if (terms.NeedsMatchPhoto && request.MatchPhoto is { } photo)
            errors.AddRange(photo.Length == 0 ? [new PortalError("photo-missing", "Photo")] : PhotoPreflight.Check(photo, BaiduLimits.MatchPhoto).Errors);
        return errors;
    }

    private static PortalError? PurposeFault(string purpose) => purpose.Length > PlanRules.LongestText
        ? new PortalError("text-too-long", nameof(NewSession.Purpose), PlanRules.LongestText)
        : string.IsNullOrWhiteSpace(purpose) ? new PortalError("text-required", nameof(NewSession.Purpose)) : null;
}
