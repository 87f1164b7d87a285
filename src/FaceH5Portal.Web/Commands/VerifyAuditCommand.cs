using System.CommandLine;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Spectre.Console;

namespace FaceH5Portal.Web.Commands;

/// <summary>
/// "verify-audit" beside the portal or while it is down: reads the audit from its beginning and says where somebody
/// rewrote it. Ends with 0 where nobody did, 1 where somebody did or where it cannot be told.
/// </summary>
internal static class VerifyAuditCommand
{
    public static Command Make(IAnsiConsole console)
    {
        var command = new Command("verify-audit", "Say whether and where somebody rewrote the audit.");
        command.SetAction((parsed, cancellationToken) => RunAsync(console, CommandPlace.Find(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, CommandPlace place, CancellationToken cancellationToken)
    {
        var file = place.NeededDatabase;
        await using var services = place.Open(readOnly: true);
        if (!await services.GetServices<IOpeningStep>().OfType<VaultOpening>().Single().ReadAsync(cancellationToken))
            throw new PortalStartException($"No portal has ever opened the database at {file}.");
        var verdict = await console.ShowAsync("Reading", () => services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellationToken));
        console.Say(verdict.Holds
            ? $"{verdict.Entries} entries: the audit is as it was written."
            : $"{verdict.Entries} entries: the audit was rewritten.");
        foreach (var finding in verdict.Findings)
            console.Say(Sentence(finding));
        return verdict.Holds ? 0 : 1;
    }

    private static string Sentence(AuditFinding finding)
    {
        var place = finding.First == finding.Last ? $"{finding.First}" : $"{finding.First} to {finding.Last}";
        return finding.Fault switch
        {
            AuditFault.Altered => $"{place}: the entry was changed, made up or moved, or its seal was.",
            AuditFault.Missing => $"{place}: taken away.",
            AuditFault.AlteredBeforeChain => $"{place}: one of these, from before entries were sealed one by one, was changed, added or taken away.",
            AuditFault.CutOff => $"{place}: cut off. They were there, by the note outside the database; or this is an older copy of it.",
            AuditFault.NotWhatWasSeen => $"{place}: another entry stood here, by a note outside the database.",
            AuditFault.NoteForged => $"{place}: a note outside the database about this entry was not written by the portal.",
            _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.Fault, "A fault without a sentence."),
        };
    }
}
