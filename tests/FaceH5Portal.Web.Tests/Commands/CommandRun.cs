using FaceH5Portal.Web.Commands;
using Microsoft.Data.Sqlite;
using Spectre.Console;

namespace FaceH5Portal.Web.Tests.Commands;

/// <summary>A folder with a portal's files, and the program called on it as from a shell.</summary>
internal sealed class CommandRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("portal-command-").FullName;

    public string Database => Path.Combine(Folder, "portal.db");

    public string MasterKeyFile => Path.Combine(Folder, "master.key");

    /// <summary>A key and an empty database, as a first start leaves them.</summary>
    public static async Task<CommandRun> WithDatabaseAsync()
    {
        var run = new CommandRun();
        await File.WriteAllTextAsync(run.MasterKeyFile, Convert.ToBase64String(Enumerable.Range(1, 32).Select(n => (byte)n).ToArray()));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(run.MasterKeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal(0, (await run.CallAsync("migrate")).Code);
        return run;
    }

    public async Task<(int Code, string Said)> CallAsync(params string[] words)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        // Sentences are looked for whole.
        console.Profile.Width = 1000;
        var code = await PortalCommands.RunAsync([.. words, .. Settings], console);
        return (code, output.ToString());
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

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string[] Settings =>
    [
        "--environment=Development", $"--ConnectionStrings:Portal=Data Source={Database};Pooling=False", $"--Portal:DataDirectory={Folder}",
        $"--Portal:MasterKeyFile={MasterKeyFile}", "--Sandbox:Url=http://127.0.0.1:9",
        "--Vendors:Baidu:ApiBaseUrl=http://127.0.0.1:9", "--Vendors:Baidu:ApiKey=key", "--Vendors:Baidu:SecretKey=secret",
    ];
}
