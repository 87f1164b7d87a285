using System.CommandLine;
using Spectre.Console;

namespace FaceH5Portal.Web.Commands;

/// <summary>
/// What the program does besides running the portal: "backup", "doctor" and so on. Settings are given as to the portal
/// itself. Ends with 0 where it was done, 1 where it was refused or found something wrong.
/// </summary>
internal static class PortalCommands
{
    private static readonly string[] HelpWords = ["--help", "-h", "-?", "help", "--version"];

    public static bool AreAsked(string[] args) => args is [var first, ..] && (HelpWords.Contains(first) || Root(Stdout).Subcommands.Any(command => command.Name == first));

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Stdout);

    public static Task<int> RunAsync(string[] args, IAnsiConsole console)
    {
        var parsed = Parse(args, console);
        var configuration = new InvocationConfiguration
        {
            // A refusal is one sentence, told by the program itself.
            EnableDefaultExceptionHandler = false,
            Output = console.Profile.Out.Writer,
        };
        return parsed.InvokeAsync(configuration);
    }

    internal static ParseResult Parse(string[] args, IAnsiConsole console) => Root(console).Parse(args is ["help", ..] ? ["--help"] : args);

    private static IAnsiConsole Stdout => AnsiConsole.Console;

    private static RootCommand Root(IAnsiConsole console)
    {
        var root = new RootCommand("FaceH5Portal. Without a command the portal starts.")
        {
            DoctorCommand.Make(console),
            BackupCommand.Make(console),
            RestoreCommand.Make(console),
            MigrateCommand.Make(console),
            RotateKeysCommand.Make(console),
            VerifyAuditCommand.Make(console),
            ExportCommand.Make(console),
            HealthCommand.Make(console),
        };
        foreach (var command in root.Subcommands)
            // What no command knows is a setting, such as --ConnectionStrings:Portal=…
            command.TreatUnmatchedTokensAsErrors = false;
        return root;
    }
}
