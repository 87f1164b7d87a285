using FaceH5Portal.Core.Data;
using Spectre.Console;

namespace FaceH5Portal.Web.Commands;

/// <summary>What a command says. Paths and names are text, whatever stands in them.</summary>
internal static class CommandWords
{
    public static void Say(this IAnsiConsole console, string sentence) => console.WriteLine(sentence);

    /// <summary>The reason, and the exit code that goes with it.</summary>
    public static int Refuse(this IAnsiConsole console, PortalError error)
    {
        console.WriteLine(CommandSentences.Of(error));
        return 1;
    }
}
