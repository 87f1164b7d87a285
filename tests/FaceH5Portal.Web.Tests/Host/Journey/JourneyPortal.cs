using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Tests.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace FaceH5Portal.Web.Tests.Host.Journey;

/// <summary>The whole program, people with links, and a clock and passes that move when a test says so.</summary>
public sealed class JourneyPortal : IAsyncLifetime, IDisposable
{
    public const string Name = ApiCaller.Name;
    public const string Adult = ApiCaller.Number;

    private readonly ApiPortal portal = new();

    private string Sandbox => Get<IConfiguration>()["Sandbox:Url"]!;

    /// <summary>Ten years old, whenever the tests run.</summary>
    public static string Child
    {
        get
        {
            var number = $"110101{ChinaDate.Today(TimeProvider.System).AddYears(-10).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}001";
            return number + ResidentNumber.CheckCharacter(number);
        }
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await portal.DisposeAsync();

    public void Dispose() => portal.Dispose();

    public T Get<T>() where T : notnull => portal.Get<T>();

    public void Advance(TimeSpan by) => portal.Advance(by);

    public Task SweepAsync() => portal.SweepAsync();

    public Task GoThroughAsync(Guid session) => portal.GoThroughAsync(session);

    /// <summary>The person goes through the capture, without a browser.</summary>
    public Task CaptureAsync(string verifyToken) => SandboxAsync("complete", new { verify_token = verifyToken });

    /// <summary>A call to the sandbox's own controls.</summary>
    public async Task SandboxAsync(string call, object body)
    {
        using var http = new HttpClient();
        (await http.PostAsJsonAsync($"{Sandbox}/_sandbox/{call}", body)).EnsureSuccessStatusCode().Dispose();
    }

    internal Visitor Visit(string language = "en", string? userAgent = null)
    {
        var http = portal.Call(key: null).Http;
        if (userAgent is not null)
            http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        return new Visitor(http, language);
    }

    /// <summary>A session made over the API; its person is known unless a test leaves them out.</summary>
    public async Task<CreatedSession> InviteAsync(string plan = "1001", params (string Field, object? Value)[] changes)
    {
        using var caller = portal.Call();
        var id = await caller.CreateAsync([("plan", plan), .. changes]);
        return new CreatedSession(id, new Uri((await caller.SeeAsync(id)).GetProperty("link").GetString()!));
    }

    /// <summary>A session of whom nobody has said anything.</summary>
    public Task<CreatedSession> InviteSomebodyAsync(string plan = "1001") => InviteAsync(plan, ("name", null), ("idNumber", null));

    public async Task<ApiReply> TryInviteAsync(params (string Field, object? Value)[] changes)
    {
        using var caller = portal.Call();
        return await caller.PostAsync(ApiCaller.Body(changes));
    }

    public async Task CancelAsync(Guid session)
    {
        using var caller = portal.Call();
        await caller.CancelAsync(session);
    }

    /// <summary>Everything of a kind that the database holds and that is asked for.</summary>
    public async Task<List<T>> AllAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> which) where T : class
    {
        await using var db = await Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<T>().AsNoTracking().Where(which).ToListAsync();
    }

    public async Task<VerificationSession> RowAsync(Guid session) => Assert.Single(await AllAsync<VerificationSession>(s => s.Id == session));

    /// <summary>How often the vendor was called so far; for a path's end, or whatever for.</summary>
    public async Task<int> VendorCallsAsync(string pathEnd = "")
    {
        using var http = new HttpClient();
        var calls = await http.GetFromJsonAsync<List<JsonElement>>($"{Sandbox}/_sandbox/calls");
        return calls!.Count(call => call.GetProperty("path").GetString()!.EndsWith(pathEnd, StringComparison.Ordinal));
    }

    internal Task<CommitWatch> WatchAsync() => CommitWatch.OnAsync(Get<IConfiguration>().GetConnectionString("Portal")!);
}

[CollectionDefinition(Name)]
public sealed class JourneyTests : ICollectionFixture<JourneyPortal>
{
    public const string Name = "journey";
}
