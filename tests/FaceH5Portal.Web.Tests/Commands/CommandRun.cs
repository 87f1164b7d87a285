using FaceH5Portal.Web.Commands;
using Microsoft.Data.Sqlite;
using Spectre.Console;

namespace FaceH5Portal.Web.Tests.Commands;

/// <summary>A folder with a portal's files, and the program called on it as from a shell.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly bool isOwn;
    private readonly string[] also;

    private CommandRun(string folder, bool isOwn, params string[] also) => (Folder, this.isOwn, this.also) = (folder, isOwn, also);

    /// <summary>Of all commands.</summary>
    public static IEnumerable<string> Names => PortalCommands.Parse([], ConsoleOn(TextWriter.Null)).RootCommandResult.Command.Subcommands.Select(command => command.Name);

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "portal.db");

    public string MasterKeyFile => Path.Combine(Folder, "master.key");

    public static CommandRun InNewFolder() => new(Directory.CreateTempSubdirectory("portal-command-").FullName, isOwn: true);

    /// <summary>On the files of a portal that is running, with settings of its beside.</summary>
    public static CommandRun Beside(string folder, params string[] also) => new(folder, isOwn: false, also);

    /// <summary>On a copy of the files of one that is not, and whose database's log is empty: the last connection that closes takes it away.</summary>
    public static CommandRun OnCopyOf(string folder)
    {
        var run = InNewFolder();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(run.Folder, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return run;
    }

    /// <summary>A key and an empty database, as a first start leaves them.</summary>
    public static async Task<CommandRun> WithDatabaseAsync()
    {
        var run = InNewFolder();
        await File.WriteAllTextAsync(run.MasterKeyFile, Convert.ToBase64String(Enumerable.Range(1, 32).Select(n => (byte)n).ToArray()));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(run.MasterKeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal(0, (await run.CallAsync("migrate")).Code);
        return run;
    }

    public async Task<(int Code, string Said)> CallAsync(params string[] words)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var code = await PortalCommands.RunAsync([.. words, .. Settings, .. also], ConsoleOn(output));
        // A shell's process would have ended, and its connections with it.
        SqliteConnection.ClearAllPools();
        return (code, output.ToString());
    }

    /// <summary>What of these words no command knows, and the program would take for a setting.</summary>
    public static IReadOnlyList<string> Unknown(params string[] words)
    {
        var parsed = PortalCommands.Parse(words, ConsoleOn(TextWriter.Null));
        return [.. parsed.UnmatchedTokens, .. parsed.Errors.Select(error => error.Message)];
    }

    /// <summary>So that the file itself is read, and not what stands in its log.</summary>
    public async Task EmptyLogAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        if (isOwn)
            Directory.Delete(Folder, recursive: true);
    }

    private static IAnsiConsole ConsoleOn(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        // Sentences are looked for whole.
        console.Profile.Width = 1000;
        return console;
    }

    private string[] Settings =>
    [
        "--environment=Development", $"--ConnectionStrings:Portal=Data Source={Database};Pooling=False", $"--Portal:DataDirectory={Folder}",
        $"--Portal:MasterKeyFile={MasterKeyFile}", "--Sandbox:Url=http://127.0.0.1:9",
        "--Vendors:Baidu:ApiBaseUrl=http://127.0.0.1:9", "--Vendors:Baidu:ApiKey=key", "--Vendors:Baidu:SecretKey=secret",
    ];
}
