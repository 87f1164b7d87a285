using FaceH5Portal.Core.Harvesting;
using Microsoft.Data.Sqlite;

namespace FaceH5Portal.Simulation.Tests.Worlds;

/// <summary>
/// When the portal has to be woken next. A world asks this thousands of times, so it is read in one statement, and the
/// portal's own answer is compared with it now and then. The end of pictures' retention wakes nobody here: it comes days
/// after everything else, and any other sweep sees to it.
/// </summary>
internal sealed class DueClock : IDisposable
{
    private const int BetweenComparisons = 40;

    private const string Soonest = """
        SELECT MIN(at) FROM (
            SELECT MIN(DueUtc) AS at FROM VerifyTokens UNION ALL
            SELECT MIN(DueUtc) FROM HarvestItems UNION ALL
            SELECT MIN(LinkExpiresUtc) FROM Sessions WHERE Status = 'AwaitingUser')
        """;

    private const string SoonestDeletion = "SELECT MIN(KeepUntilUtc) FROM EvidenceItems WHERE DeletedAtUtc IS NULL";

    private readonly SqliteConnection connection;
    private readonly SqliteCommand soonest;
    private int reads;

    public DueClock(string database)
    {
        connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        soonest = connection.CreateCommand();
        soonest.CommandText = Soonest;
    }

    public DateTime? NextUtc()
    {
        reads++;
        return Read(soonest);
    }

    /// <summary>False when the portal would sleep for longer or shorter.</summary>
    public async Task<bool> AgreesWithAsync(Portal portal)
    {
        if (reads % BetweenComparisons != 0)
            return true;
        using var deletion = connection.CreateCommand();
        deletion.CommandText = SoonestDeletion;
        return new[] { Read(soonest), Read(deletion) }.Min() == await portal.Get<HarvestPass>().NextDueAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        soonest.Dispose();
        connection.Dispose();
    }

    private static DateTime? Read(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        reader.Read();
        return reader.IsDBNull(0) ? null : DateTime.SpecifyKind(reader.GetDateTime(0), DateTimeKind.Utc);
    }
}
