using FaceH5Portal.Core;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.Data.Sqlite;

namespace FaceH5Portal.Web.Hosting;

/// <summary>
/// "verify-audit" beside the portal or while it is down: reads the audit from its beginning and says where somebody
/// rewrote it. Ends with 0 where nobody did, 1 where somebody did or where it cannot be told.
/// </summary>
internal static class VerifyAudit
{
    public static bool IsAsked(string[] args) => args is ["verify-audit", ..];

    public static async Task<int> RunAsync(PortalSettings settings, MasterKeyRing? keys, string contentRoot, TextWriter output)
    {
        if (keys is null)
            throw new PortalStartException("The audit is sealed with the master key: set Portal:MasterKey or Portal:MasterKeyFile.");
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(settings.Database).DataSource, contentRoot);
        if (!File.Exists(file))
            throw new PortalStartException($"There is no database at {file}.");
        await using var services = new ServiceCollection().AddLogging()
            .AddPortalData($"Data Source={file};Mode=ReadOnly", contentRoot, "FaceH5Portal.Migrations.Sqlite")
            .AddSingleton(new AuditFolder(settings.AuditDirectory))
            .AddPortalCore(keys, settings.PublicBaseUrl).BuildServiceProvider();
        if (!await services.GetServices<IOpeningStep>().OfType<VaultOpening>().Single().ReadAsync(CancellationToken.None))
            throw new PortalStartException($"No portal has ever opened the database at {file}.");
        var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None);
        await output.WriteLineAsync(verdict.Holds
            ? $"{verdict.Entries} entries: the audit is as it was written."
            : $"{verdict.Entries} entries: the audit was rewritten.");
        foreach (var finding in verdict.Findings)
            await output.WriteLineAsync(Sentence(finding));
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
