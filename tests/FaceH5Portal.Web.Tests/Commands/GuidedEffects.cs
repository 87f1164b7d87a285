using System.Globalization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Commands;

/// <summary>Gives the commands of the guide, what stands for something filled in, and looks whether each did what it is for.</summary>
internal static class GuidedEffects
{
    /// <summary>By the command's name, and what it is about where it takes that.</summary>
    public static IReadOnlyDictionary<string, Func<CommandRun, string[], Task>> Known { get; } = new Dictionary<string, Func<CommandRun, string[], Task>>
    {
        ["doctor"] = async (run, words) => Assert.Contains("ok   Database: The master key opens it.", await DoneAsync(run, words), StringComparison.Ordinal),
        ["health"] = async (run, words) => Assert.StartsWith("ready\n", await DoneAsync(run, words), StringComparison.Ordinal),
        ["backup"] = BackupAsync,
        ["restore"] = RestoreAsync,
        ["migrate"] = MigrateAsync,
        ["rotate-keys"] = RotateAsync,
        ["verify-audit"] = async (run, words) => Assert.EndsWith("the audit is as it was written.\n", await DoneAsync(run, words), StringComparison.Ordinal),
        ["export audit"] = (run, words) => ExportAsync(run, words, "\"SessionCreated\""),
        ["export charges"] = (run, words) => ExportAsync(run, words, words.Contains("--month") ? "\"Day" : "\"0.80\""),
    };

    public static string KeyOf(IReadOnlyList<string> words) => words[0] == "export" ? $"export {words[1]}" : words[0];

    /// <summary>It is refused, by an answer or by not beginning at all.</summary>
    public static async Task RefusedAsync(CommandRun run, string[] words)
    {
        try
        {
            Assert.NotEqual(0, (await run.CallAsync(words)).Code);
        }
        catch (PortalStartException refusal)
        {
            Assert.Contains("Another process is using the database", refusal.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>One that is not among those of which only some are kept.</summary>
    public static async Task<string> BackUpAsync(CommandRun run, string shelf)
    {
        await DoneAsync(run, ["backup", "--to", shelf]);
        return Directory.GetDirectories(shelf).Single();
    }

    private static async Task<string> DoneAsync(CommandRun run, string[] words)
    {
        var (code, said) = await run.CallAsync(words);
        Assert.True(code == 0, $"{string.Join(' ', words)} ends with {code}: {said}");
        return said;
    }

    private static async Task BackupAsync(CommandRun run, string[] words)
    {
        var shelf = After(words, "--to") ?? Path.Combine(run.Folder, "backups");
        var keep = After(words, "--keep") is { } told ? int.Parse(told, CultureInfo.InvariantCulture) : (int?)null;
        int Count() => Directory.Exists(shelf) ? Directory.GetDirectories(shelf).Length : 0;
        while (Count() < keep)
            await DoneAsync(run, ["backup", "--to", shelf]);
        var before = Count();
        var said = await DoneAsync(run, words);
        Assert.Equal(keep ?? before + 1, Count());
        var made = said.Split('\n').Single(line => line.StartsWith("Backed up to ", StringComparison.Ordinal))["Backed up to ".Length..];
        Assert.Equal(shelf, Path.GetDirectoryName(made));
        Assert.Equal(["manifest.json", "portal.db"], Directory.GetFiles(made).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static async Task RestoreAsync(CommandRun run, string[] words)
    {
        await DoneAsync(run, ["export", "audit", Path.Combine(run.Folder, "since.csv")]);
        var said = await DoneAsync(run, words);
        Assert.Contains($"Restored {words[1]}", said, StringComparison.Ordinal);
        Assert.Contains("What stood there before is in ", said, StringComparison.Ordinal);
        // What happened since the backup is what the database no longer knows and the note beside it does.
        var (code, verdict) = await run.CallAsync("verify-audit");
        Assert.Equal(1, code);
        Assert.Contains("another entry stood here", verdict, StringComparison.Ordinal);
    }

    private static async Task MigrateAsync(CommandRun run, string[] words)
    {
        Assert.EndsWith("The schema is the newest already.\n", await DoneAsync(run, words), StringComparison.Ordinal);
        using var older = CommandRun.InNewFolder();
        File.Copy(run.MasterKeyFile, older.MasterKeyFile);
        await FillAllButLastAsync(older);
        Assert.Contains("1 changes of the schema made", await DoneAsync(older, words), StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(Path.Combine(older.Folder, "backups")));
    }

    private static async Task FillAllButLastAsync(CommandRun run)
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddPortalData($"Data Source={run.Database};Pooling=False", run.Folder, "FaceH5Portal.Migrations.Sqlite").BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().ToList()[^2]);
    }

    private static async Task RotateAsync(CommandRun run, string[] words)
    {
        Assert.Contains("Everything is wrapped under version 2.", await DoneAsync(run, words), StringComparison.Ordinal);
        Assert.Equal([1, 2], MasterKeyFile.Load(null, run.MasterKeyFile, create: false, new Entropy())!.Versions);
    }

    private static async Task ExportAsync(CommandRun run, string[] words, string holds)
    {
        await DoneAsync(run, words);
        Assert.Contains(holds, await File.ReadAllTextAsync(words[2]), StringComparison.Ordinal);
    }

    private static string? After(string[] words, string option) => Array.IndexOf(words, option) is >= 0 and var at ? words[at + 1] : null;
}
