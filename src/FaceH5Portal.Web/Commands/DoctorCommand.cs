using System.CommandLine;
using System.Globalization;
using FaceH5Portal.Web.Commands.Doctor;
using Spectre.Console;

namespace FaceH5Portal.Web.Commands;

/// <summary>"doctor": looks at everything the portal needs and says what to do where something is wrong; changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Make(IAnsiConsole console)
    {
        var command = new Command("doctor", "Look at settings, keys, database, disk, certificates, vendors, clocks and backups, with a remedy for each fault.");
        command.SetAction((parsed, cancellationToken) => RunAsync(console, CommandPlace.Find(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, CommandPlace place, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentUICulture = CommandWords.Language;
        var findings = await LookAsync(place, cancellationToken);
        foreach (var finding in findings)
        {
            console.Say($"{Mark(finding.Mark)} {finding.What}: {finding.Found}");
            if (finding.Remedy is { } remedy)
                console.Say($"     {remedy}");
        }
        return findings.Any(finding => finding.Mark == DoctorMark.Wrong) ? 1 : 0;
    }

    private static async Task<List<DoctorFinding>> LookAsync(CommandPlace place, CancellationToken cancellationToken)
    {
        var (words, nowUtc) = (new DoctorWords(CommandWords.Texts), TimeProvider.System.GetUtcNow().UtcDateTime);
        return
        [
            .. SettingsCheck.Look(place, words),
            .. KeysCheck.Look(place, words),
            .. await DatabaseCheck.LookAsync(place, words, cancellationToken),
            .. DiskCheck.Look(place, words),
            .. await CertificateCheck.LookAsync(place, words, nowUtc, cancellationToken),
            .. await VendorCheck.LookAsync(place, words, cancellationToken),
            .. await PhotoVendorCheck.LookAsync(place, words, cancellationToken),
            BackupCheck.Look(place, words, nowUtc),
        ];
    }

    private static string Mark(DoctorMark mark) => mark switch
    {
        DoctorMark.Good => "ok  ",
        DoctorMark.Advice => "note",
        DoctorMark.Wrong => "BAD ",
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "A mark without a word."),
    };
}
