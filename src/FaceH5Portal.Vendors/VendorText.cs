using System.Globalization;

namespace FaceH5Portal.Vendors;

/// <summary>The same said in both languages of the product.</summary>
/// <param name="Chinese">Simplified Chinese.</param>
/// <param name="English">English, without Chinese letters.</param>
public sealed record VendorText(string Chinese, string English)
{
    /// <summary>Picks the language.</summary>
    /// <param name="culture">Whose language; every kind of Chinese gets the Chinese text, all others the English one.</param>
    /// <returns>The text.</returns>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return culture.TwoLetterISOLanguageName == "zh" ? Chinese : English;
    }
}
