using System.Globalization;
using System.Resources;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Resources;

namespace FaceH5Portal.Web.Importing;

/// <summary>What columns and certificates are called, taken from the texts of every language. The first of several words is the template's.</summary>
internal static class ImportVocabulary
{
    private static readonly ResourceManager Texts = new(typeof(Texts));
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];

    public static ImportWords Words { get; } = new(
        from language in Languages
        from column in Enum.GetValues<ImportColumn>()
        from word in Heads(column, language)
        select (word, column),
        from type in Enum.GetValues<CertificateType>()
        from word in Languages.Select(language => Text($"Certificate.{type}", language)).Append($"{type:G}").Append($"{type:D}")
        select (word, type));

    public static string Head(ImportColumn column) => Heads(column, CultureInfo.CurrentUICulture)[0];

    private static string[] Heads(ImportColumn column, CultureInfo language) => Text($"Import.Heads.{column}", language).Split('|');

    private static string Text(string key, CultureInfo language) => Texts.GetString(key, language)!;
}
