using FaceH5Portal.Sandbox.Profile;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

/// <summary>The charges as they are told, which is how they are on the books unless the profile wants a vendor that errs.</summary>
internal sealed class ToldBill(VendorProfile profile)
{
    public bool IsSilent => profile.Is(Switches.Charges, "silent");

    /// <summary>What an attempt is told to have been charged as; null for a free one.</summary>
    public string? TypeOf(Attempt attempt) => profile[Switches.Charges] switch
    {
        "free_as_charged" => attempt.ChargeType ?? "verify",
        "charged_as_free" => null,
        _ => attempt.ChargeType,
    };

    /// <summary>How many charges of a type the token is told to have had.</summary>
    public int Sum(VerifyToken token, string type) => token.Attempts.Count(attempt => TypeOf(attempt) == type)
        + (profile.Is(Switches.Charges, "one_more") && token.Attempts.Any(attempt => attempt.ChargeType == type) ? 1 : 0);
}
