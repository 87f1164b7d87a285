using System.Text;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Importing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace FaceH5Portal.Web.Tests.Importing;

/// <summary>Tables on their way into a real core, with a clock of their own. Nobody in them exists.</summary>
internal sealed class ImportBench(PortalHarness portal) : IAsyncDisposable
{
    public const string TwoPeople = "姓名,证件号码,业务编号\n测试乙,110101199003070038,A-1\n测试丙,110101199003070054,A-2\n";

    public FakeTimeProvider Clock { get; } = new(PortalHarness.Start);

    public ImportRuns Runs => runs ??= new(portal.Get<ImportDesk>(), Clock, NullLogger<ImportRuns>.Instance);

    private ImportRuns? runs;

    public static ImportBench Over(PortalHarness portal) => new(portal);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string ManyLines(int lines) => "reference\n" + string.Join("\n", Enumerable.Range(1, lines).Select(line => $"A-{line}"));

    public async Task<ImportBatch> CheckAsync(Actor actor, string text)
    {
        var plans = await portal.Get<PlanService>().ListAsync(Actor.System, CancellationToken.None);
        var table = ImportReader.Read(Bytes(text), ImportVocabulary.Words).Value;
        var plan = plans.Value.Single(known => known.Terms.VendorPlanId == "1001").Id;
        return (await portal.Get<ImportDesk>().CheckAsync(actor, plan, ImportBatch.HashOf(Bytes(text)), table, CancellationToken.None)).Value;
    }

    public async Task<ImportRun> BeginAsync(Actor actor, string text) => Runs.Begin(actor, await CheckAsync(actor, text), new()).Value;

    /// <summary>Waits until a run has come to its end.</summary>
    public static async Task<ImportStage> EndAsync(ImportRun run)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        run.Changed += Look;
        Look();
        await ended.Task.WaitAsync(TimeSpan.FromMinutes(1));
        run.Changed -= Look;
        return run.Stage;

        void Look()
        {
            if (run.IsOver)
                ended.TrySetResult();
        }
    }

    public async Task<int> SessionsAsync() => (await portal.Get<SessionSearch>().CountAsync(
        Actor.System, new SessionFilter { Limit = 1 }, CancellationToken.None)).Value.Number;

    public async ValueTask DisposeAsync()
    {
        await Runs.StopAsync(CancellationToken.None);
        Runs.Dispose();
    }
}
