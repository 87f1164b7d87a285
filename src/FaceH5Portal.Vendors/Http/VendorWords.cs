using System.Text.RegularExpressions;

namespace FaceH5Portal.Vendors.Http;

/// <summary>Makes a vendor's own words fit for a log.</summary>
internal static partial class VendorWords
{
    private const int MaxLength = 200;

    /// <summary>Whatever is long and unbroken may be a token, an address or an ID number; the names given are known to be private.</summary>
    public static string Tidy(string? words, params ReadOnlySpan<string> secrets)
    {
        string tidy = words ?? "";
        foreach (string secret in secrets)
        {
            if (secret.Length > 0)
                tidy = tidy.Replace(secret, "…", StringComparison.Ordinal);
        }
        tidy = LongRun().Replace(tidy, "…").ReplaceLineEndings(" ").Trim();
        return tidy.Length <= MaxLength ? tidy : tidy[..MaxLength] + "…";
    }

    [GeneratedRegex(@"[A-Za-z0-9_\-.:/?=&%+@*]{15,}", RegexOptions.None, 1000)]
    private static partial Regex LongRun();
}
