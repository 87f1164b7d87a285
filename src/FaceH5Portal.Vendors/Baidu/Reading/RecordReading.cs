using System.Text.Json;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Baidu.Reading;

/// <summary>Reads <c>result/getall</c>. What would lose an attempt or a charge makes the whole answer unreadable: it can be asked for again.</summary>
internal static class RecordReading
{
    public static VerificationRecord? Read(BaiduEnvelope envelope)
    {
        if (envelope.Result is not { } result || Attempts(result) is not { } attempts)
            return null;
        int count = result.Whole("verify_count") ?? attempts.Count;
        if (count > 0 && attempts.Count == 0)
            return null;
        return new VerificationRecord(
            count,
            result.Whole("ocr_charge_count") ?? 0,
            result.Whole("match_charge_count") ?? 0,
            result.Whole("verify_charge_count") ?? 0,
            result.Whole("live_charge_count") ?? 0,
            InOrder(attempts));
    }

    private static List<VendorAttempt>? Attempts(JsonElement result)
    {
        var entries = result.Child("verify_result") is { } list ? JsonReading.Entries(list) : [];
        var attempts = entries.Select((entry, index) => AttemptReading.Read(entry, index + 1)).OfType<VendorAttempt>().ToList();
        return attempts.Count == entries.Count ? attempts : null;
    }

    /// <summary>
    /// Attempts and their charges are told apart by their order, so no two may share one: an entry that stands twice counts once,
    /// and where different entries claim the same place, time decides.
    /// </summary>
    private static IReadOnlyList<VendorAttempt> InOrder(List<VendorAttempt> attempts)
    {
        var distinct = attempts.Distinct().ToList();
        return distinct.DistinctBy(attempt => attempt.Order).Count() == distinct.Count
            ? [.. distinct.OrderBy(attempt => attempt.Order)]
            : [.. distinct.OrderBy(attempt => attempt.VerifiedAtUtc ?? DateTime.MaxValue).Select((attempt, index) => attempt with { Order = index + 1 })];
    }
}
