using System.Data.Common;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace FaceH5Portal.Core.Tests.Faults;

/// <summary>
/// Counts vendor calls and commits, and spoils the k-th. It stands outside the quick retry, so that what it spoils
/// is a question as the portal asked it, and no repetition cures it unnoticed.
/// </summary>
internal sealed class Saboteur : DbTransactionInterceptor, IHttpMessageHandlerBuilderFilter
{
    private const int DatabaseFull = 13;

    private FaultPlace? place;
    private int k;
    private int calls;
    private int commits;
    private int age;

    public int Calls => calls;

    public int Commits => commits;

    /// <summary>What was spoilt last, for the message of a test.</summary>
    public string Spoilt { get; private set; } = "nothing";

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(this);
        // Works that wait at the door together share a commit, and then no two runs have the same k.
        services.AddSingleton(new HarvestLimits(1));
        services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(this));
    }

    /// <summary>A lasting fault is there and not mended yet.</summary>
    public bool IsAtWork => place is FaultPlace.CallsForEver or FaultPlace.CommitForEver && Spoilt != "nothing";

    public void Arm(FaultPlace? at, int number) => (place, k, calls, commits) = (at, number, 0, 0);

    /// <summary>Time goes by; after so many times of it somebody mends a lasting fault.</summary>
    public void Age(int most)
    {
        if (IsAtWork && ++age >= most)
            place = null;
    }

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        builder.AdditionalHandlers.Insert(0, new Line(this));
    };

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (!Hits(Interlocked.Increment(ref commits), FaultPlace.CommitOnce, FaultPlace.CommitForEver))
            return ValueTask.FromResult(result);
        Spoilt = "a commit";
        throw new SqliteException("database or disk is full", DatabaseFull);
    }

    private bool Hits(int number, FaultPlace once, FaultPlace forEver) =>
        (place == once && number == k) || (place == forEver && number >= k);

    private sealed class Line(Saboteur saboteur) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var number = Interlocked.Increment(ref saboteur.calls);
            var path = request.RequestUri!.AbsolutePath;
            if (saboteur.Hits(number, FaultPlace.CallNotSent, FaultPlace.CallsForEver))
                throw new HttpRequestException(HttpRequestError.ConnectionError, saboteur.Spoilt = path);
            var answer = await base.SendAsync(request, cancellationToken);
            if (saboteur.place != FaultPlace.AnswerLost || number != saboteur.k)
                return answer;
            answer.Dispose();
            throw new HttpRequestException(saboteur.Spoilt = path);
        }
    }
}
