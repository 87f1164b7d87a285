using System.Globalization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;
using Spectre.Console;

namespace FaceH5Portal.Web.Commands;

/// <summary>What a command says; a refusal in the words that a page has for it.</summary>
internal static class CommandWords
{
    private static readonly Lazy<IStringLocalizer<Texts>> AllTexts = new(
        () => new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Texts>>());

    public static IStringLocalizer<Texts> Texts => AllTexts.Value;

    /// <summary>The shell's, where the portal speaks it; else English.</summary>
    public static CultureInfo Language => CultureInfo.GetCultureInfo(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "zh-CN" : "en");

    /// <summary>On one line however wide the terminal is, so that a path can be copied and a script can read it.</summary>
    public static void Say(this IAnsiConsole console, string sentence) => console.Profile.Out.Writer.WriteLine(sentence);

    /// <summary>The reason, and the exit code that goes with it.</summary>
    public static int Refuse(this IAnsiConsole console, PortalError error)
    {
        console.Say(new ErrorText(Texts).Of(error));
        return 1;
    }
}
