using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Ledger;

/// <summary>Reads the charges out of the vendor's record. `is_ocr_charge` bills; `ocr_count` only informs.</summary>
public static class VendorCharges
{
    /// <param name="record">The vendor's record of one token.</param>
    /// <param name="complete">
    /// Nothing more can come of the token. Only then is a total that exceeds the attempts a charge of its own: until
    /// then the attempt it belongs to may still be marked.
    /// </param>
    public static IReadOnlyList<Charge> Of(VerificationRecord record, bool complete = true)
    {
        var charges = record.Attempts.SelectMany(attempt => OfAttempt(attempt, record)).ToList();
        if (!complete)
            return charges;
        AddExcess(charges, ChargeType.Verify, "verify", record.VerifyChargeCount);
        AddExcess(charges, ChargeType.Match, "match", record.MatchChargeCount);
        AddExcess(charges, ChargeType.Ocr, "ocr", record.OcrChargeCount);
        AddExcess(charges, ChargeType.Live, "live", record.LiveChargeCount);
        return charges;
    }

    private static IEnumerable<Charge> OfAttempt(VendorAttempt attempt, VerificationRecord record)
    {
        if (attempt.IsCharged == true)
            yield return new Charge(attempt.Order, TypeOf(attempt.ChargeType, record), attempt.ChargeType ?? "", 1,
                attempt.ChargedAtUtc ?? attempt.VerifiedAtUtc);
        if (attempt.IsOcrCharged)
            yield return new Charge(attempt.Order, ChargeType.Ocr, "ocr", 1,
                attempt.OcrChargedAtUtc ?? attempt.VerifiedAtUtc);
    }

    private static void AddExcess(List<Charge> charges, ChargeType type, string rawType, int total)
    {
        var excess = total - charges.Count(charge => charge.Type == type);
        if (excess > 0)
            charges.Add(new Charge(0, type, rawType, excess, null));
    }

    internal static ChargeType TypeOf(string? word, VerificationRecord record) => word?.ToLowerInvariant() switch
    {
        "verify" => ChargeType.Verify,
        "match" => ChargeType.Match,
        "ocr" => ChargeType.Ocr,
        "live" => ChargeType.Live,
        // Charged without a word for it: the totals tell which call it was.
        null or "" when record.VerifyChargeCount > 0 => ChargeType.Verify,
        null or "" when record.MatchChargeCount > 0 => ChargeType.Match,
        _ => ChargeType.Unknown,
    };
}
