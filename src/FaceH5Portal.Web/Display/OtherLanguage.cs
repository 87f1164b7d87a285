using System.Globalization;

namespace FaceH5Portal.Web.Display;

/// <summary>The language that a page offers in the place of its own.</summary>
public static class OtherLanguage
{
    public static string Code => IsChinese ? "en" : "zh-CN";

    /// <summary>In itself, for whoever reads no other.</summary>
    public static string Name => IsChinese ? "English" : "中文";

    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";
}
