using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Importing;
using FaceH5Portal.Web.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Importing;

public sealed class ImportRunsTests : IAsyncLifetime
{
    private static readonly Actor One = Actor.InRole("one", "Operator", Role.Operator);
    private static readonly Actor Other = Actor.InRole("other", "Operator", Role.Operator);

    private readonly CommitFaults commits = new();
    private PortalHarness portal = null!;
    private ImportBench bench = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalHarness.StartAsync(also: services =>
            services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(commits)));
        bench = ImportBench.Over(portal);
    }

    public async Task DisposeAsync()
    {
        await bench.DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Tables_of_two_operators_come_in_one_after_the_other()
    {
        var (one, other) = (await bench.BeginAsync(One, ImportBench.TwoPeople), await bench.BeginAsync(Other, ImportBench.ManyLines(20)));
        Assert.Equal((ImportStage.Waiting, ImportStage.Waiting), (one.Stage, other.Stage));
        await bench.Runs.StartAsync(CancellationToken.None);
        Assert.Equal((ImportStage.Done, ImportStage.Done), (await ImportBench.EndAsync(one), await ImportBench.EndAsync(other)));
        Assert.Equal((2, 20, 22), (one.Done, other.Done, await bench.SessionsAsync()));
        Assert.Same(one, bench.Runs.Of(One));
    }

    [Fact]
    public async Task An_operator_brings_in_one_table_at_a_time_and_who_may_not_create_none()
    {
        var run = await bench.BeginAsync(One, ImportBench.TwoPeople);
        Assert.Equal("import-running", bench.Runs.Begin(One, run.Batch, new()).Errors[0].Code);
        Assert.Equal(PortalError.AccessDenied, bench.Runs.Begin(Actor.InRole("a", "Auditor", Role.Auditor), run.Batch, new()).Errors[0].Code);
        bench.Runs.Close(run);
        Assert.Same(run, bench.Runs.Of(One));
    }

    [Fact]
    public async Task A_table_that_is_stopped_keeps_what_was_made_and_goes_on_when_it_is_given_again()
    {
        var run = await bench.BeginAsync(One, ImportBench.ManyLines(60));
        run.Changed += () =>
        {
            if (run.Done > 0)
                run.Stop();
        };
        await bench.Runs.StartAsync(CancellationToken.None);
        Assert.Equal(ImportStage.Stopped, await ImportBench.EndAsync(run));
        Assert.InRange(await bench.SessionsAsync(), 1, 59);

        var again = await bench.BeginAsync(One, ImportBench.ManyLines(60));
        Assert.Equal(ImportStage.Done, await ImportBench.EndAsync(again));
        Assert.Equal(60, await bench.SessionsAsync());
        Assert.All(again.Batch.Lines, line => Assert.NotNull(line.SessionId));
    }

    [Fact]
    public async Task A_database_that_fails_ends_the_table_with_the_reason_and_loses_no_line()
    {
        var run = await bench.BeginAsync(One, ImportBench.ManyLines(60));
        commits.FailAt(2, afterwards: false);
        await bench.Runs.StartAsync(CancellationToken.None);
        Assert.Contains(await ImportBench.EndAsync(run), new[] { ImportStage.Failed, ImportStage.Done });
        Assert.True(commits.Met);

        await ImportBench.EndAsync(await bench.BeginAsync(One, ImportBench.ManyLines(60)));
        Assert.Equal(60, await bench.SessionsAsync());
    }

    [Fact]
    public async Task A_process_that_ends_meanwhile_ends_the_run_and_the_next_one_goes_on()
    {
        var run = await bench.BeginAsync(One, ImportBench.ManyLines(60));
        var arrived = commits.HoldNext();
        await bench.Runs.StartAsync(CancellationToken.None);
        await arrived;
        var stopping = bench.Runs.StopAsync(CancellationToken.None);
        commits.Release();
        await stopping;
        Assert.Equal(ImportStage.Stopped, run.Stage);

        await using var next = new ImportBench(portal);
        await next.Runs.StartAsync(CancellationToken.None);
        await ImportBench.EndAsync(await next.BeginAsync(One, ImportBench.ManyLines(60)));
        Assert.Equal(60, await bench.SessionsAsync());
    }

    [Fact]
    public async Task The_people_of_a_table_are_forgotten_an_hour_after_its_end()
    {
        var run = await bench.BeginAsync(One, ImportBench.TwoPeople);
        await bench.Runs.StartAsync(CancellationToken.None);
        await ImportBench.EndAsync(run);
        bench.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(bench.Runs.Of(One));
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(bench.Runs.Of(One));
    }

    [Fact]
    public void The_words_of_both_languages_name_the_same_columns_and_certificates()
    {
        foreach (var head in new[] { "姓名", "name", "FULL NAME", "名字" })
            Assert.Equal(ImportColumn.Name, ImportVocabulary.Words.Column(head));
        Assert.Equal(ImportColumn.Number, ImportVocabulary.Words.Column("身份证号"));
        foreach (var type in new[] { "3", "OverseasChinesePassport", "定居国外的中国公民护照", "Chinese passport (resident abroad)" })
            Assert.Equal(Core.Subjects.CertificateType.OverseasChinesePassport, ImportVocabulary.Words.Type(type));
        Assert.Null(ImportVocabulary.Words.Type("驾驶证"));
    }
}
