using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Simulation.Tests.Worlds;
using Microsoft.Data.Sqlite;

namespace FaceH5Portal.Simulation.Tests.Oracles;

/// <summary>Compares the portal's books with the vendor's when all is quiet.</summary>
internal sealed class Audit(World world, Workshop workshop)
{
    private const int MostSweeps = 50;

    public async Task RunAsync()
    {
        // A world that broke off has books that nobody finished writing.
        if (world.Failures.Count > 0)
            return;
        await SweepAsync();
        var truth = await world.Desk.TruthAsync();
        var books = await Books.ReadAsync(world.Portal);
        new AttemptOracle(world, truth, books).Check();
        new LedgerOracle(world, truth, books).Check();
        new ReconciliationOracle(world, books).Check();
        new SessionOracle(world, truth, books).Check();
        new QuestionOracle(world, truth, books).Check();
        new EvidenceOracle(world, truth, books).Check();
        var privacy = new PrivacyOracle(world, books);
        await privacy.CheckRetentionAsync();
        TellEnds(books);
        await privacy.CheckErasureAsync();
        CheckDatabase();
    }

    /// <summary>The end of pictures' retention wakes nobody in these worlds, so it is seen to here.</summary>
    private async Task SweepAsync()
    {
        var pass = world.Portal.Get<HarvestPass>();
        for (var sweep = 0; await pass.NextDueAsync(CancellationToken.None) <= world.NowUtc; sweep++)
        {
            if (sweep == MostSweeps)
            {
                world.Fail("what is due in the end never comes to rest");
                return;
            }
            await pass.RunAsync(CancellationToken.None);
        }
    }

    private void CheckDatabase()
    {
        using var connection = new SqliteConnection($"Data Source={workshop.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        if (command.ExecuteScalar() is not "ok")
            world.Fail("the database is damaged");
        command.CommandText = "PRAGMA foreign_key_check";
        using var broken = command.ExecuteReader();
        if (broken.Read())
            world.Fail($"a row of {broken.GetString(0)} refers to nothing");
    }

    // In the story, so that two runs of a seed are compared by their books too.
    private void TellEnds(Books books)
    {
        foreach (var session in books.Sessions.Values.OrderBy(session => session.Id))
            world.Story.Tell($"{world.NameOf(session.Id)} ends {session.Status}, harvest {session.Harvest}, review {session.Review}, {session.AttemptCount} attempts");
        world.Story.Tell($"{books.Ledger.Count} charges, {books.Evidence.Count} pieces of evidence, {books.Audit.Count} audit entries");
    }
}
