using FaceH5Portal.Core.Data;
using Spectre.Console;

namespace FaceH5Portal.Web.Commands;

/// <summary>What a command says. Paths and names are text, whatever stands in them.</summary>
internal static class CommandWords
{
    /// <summary>On one line however wide the terminal is, so that a path can be copied and a script can read it.</summary>
    public static void Say(this IAnsiConsole console, string sentence) => console.Profile.Out.Writer.WriteLine(sentence);

    /// <summary>The reason, and the exit code that goes with it.</summary>
    public static int Refuse(this IAnsiConsole console, PortalError error)
    {
        console.Say(CommandSentences.Of(error));
        return 1;
    }
}
