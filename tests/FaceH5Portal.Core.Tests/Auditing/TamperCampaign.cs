using System.Globalization;

namespace FaceH5Portal.Core.Tests.Auditing;

/// <summary>Rewrites the audit at random, in every way that somebody with the database and without the key can, and sees each found where it is.</summary>
public sealed class TamperCampaign : IAsyncLifetime
{
    private const int Entries = 120;
    private const int Usual = 300;

    private readonly int seed = Number("TAMPER_SEED", Environment.TickCount & int.MaxValue);
    private AuditBench bench = null!;

    public async Task InitializeAsync()
    {
        bench = await AuditBench.OpenAsync(Entries);
        await bench.DoAsync("CREATE TABLE Original AS SELECT * FROM AuditEntries");
    }

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Every_edit_deletion_reorder_forgery_and_truncation_is_found_and_placed()
    {
        var last = await bench.LastAsync();
        Assert.Empty((await bench.VerifyAsync()).Findings);
        var random = new Random(seed);
        var tried = new Dictionary<string, int>();
        for (var round = 0; round < Number("TAMPERINGS", Usual); round++)
        {
            var tampering = Tampering.Draw(random, last);
            tried[tampering.Name] = tried.GetValueOrDefault(tampering.Name) + 1;
            await bench.DoAsync(tampering.Sql);
            var findings = (await bench.VerifyAsync()).Findings;
            Assert.True(findings.Any(tampering.IsFoundBy), $"Seed {seed}, round {round}, {tampering.Name}: {tampering.Sql} came to {string.Join(", ", findings)}");
            await bench.DoAsync("DELETE FROM AuditEntries; INSERT INTO AuditEntries SELECT * FROM Original");
        }
        Assert.Empty((await bench.VerifyAsync()).Findings);
        Assert.Equal(Tampering.Kinds, tried.Count);
    }

    private static int Number(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
