using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Privacy.Notices;

/// <summary>What a notice must say in each language, whatever else it says: places that the portal fills in must stand in it.</summary>
public static class NoticeRules
{
    public const int LongestText = 8000;

    /// <summary>The clause that names the sending of the data over the internet to the vendor; without it nothing may be sent.</summary>
    public const string Vendor = "{vendor}";

    /// <summary>Who asks, how to reach them, what for, what is sent, to whom, and for how long it is kept.</summary>
    public static readonly IReadOnlyList<string> Needed = ["{organization}", "{support}", "{purpose}", "{sent}", Vendor, "{days}"];

    public static List<PortalError> Check(string chinese, string english) =>
        [.. FaultsOf(nameof(NoticeVersion.Chinese), chinese), .. FaultsOf(nameof(NoticeVersion.English), english)];

    private static IEnumerable<PortalError> FaultsOf(string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            yield return new PortalError("text-required", field);
            yield break;
        }
        if (text.Length > LongestText)
            yield return new PortalError("text-too-long", field, LongestText);
        if (!text.TrimStart().StartsWith(NoticeText.Question, StringComparison.Ordinal))
            yield return new PortalError("notice-no-question", field);
        if (!text.Contains(Vendor, StringComparison.Ordinal))
            yield return new PortalError("notice-no-vendor", field, Vendor);
        foreach (var place in Needed.Where(place => place != Vendor && !text.Contains(place, StringComparison.Ordinal)))
            yield return new PortalError("notice-clause-missing", field, place);
    }
}
