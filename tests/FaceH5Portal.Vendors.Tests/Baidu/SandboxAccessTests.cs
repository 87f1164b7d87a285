using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Tests.Support;
using static FaceH5Portal.Vendors.Tests.Support.Answers;

namespace FaceH5Portal.Vendors.Tests.Baidu;

/// <summary>The client and the pretended vendor share no code, so agreeing here means something.</summary>
public sealed class SandboxAccessTests : IAsyncLifetime
{
    private LiveSandbox _sandbox = null!;
    private BaiduBench _bench = null!;

    private IBaiduFaceClient Client => _bench.Client;

    public async Task InitializeAsync()
    {
        _sandbox = await LiveSandbox.StartAsync();
        _bench = BaiduBench.Against(_sandbox.Url, _sandbox.Clock);
    }

    public async Task DisposeAsync()
    {
        _bench.Dispose();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Another_apps_keys_find_the_token_dead()
    {
        string token = await MintAsync("1003");
        await _sandbox.CompleteAsync(token);
        using var other = BaiduBench.Against(_sandbox.Url, _sandbox.Clock, ("ApiKey", "sandbox-other-api-key"), ("SecretKey", "sandbox-other-secret-key"));

        var answer = await other.Client.GetAllAsync(token, CancellationToken.None);

        Assert.Equal(BaiduCodes.TokenDead, answer.Fault?.Code);
    }

    [Fact]
    public async Task Wrong_keys_are_named()
    {
        using var wrong = BaiduBench.Against(_sandbox.Url, _sandbox.Clock, ("SecretKey", "nonsense"));

        var answer = await wrong.Client.GenerateAsync("1001", CancellationToken.None);

        Assert.Equal((VendorFaultKind.Refused, "invalid_client"), (answer.Fault!.Kind, answer.Fault.Code));
    }

    [Fact]
    public async Task An_access_token_that_died_unnoticed_is_renewed_and_the_command_repeated()
    {
        // A client whose clock stands still does not know that 31 days have passed.
        using var slow = BaiduBench.Against(_sandbox.Url, new Microsoft.Extensions.Time.Testing.FakeTimeProvider());
        Succeeded(await slow.Client.GenerateAsync("1001", CancellationToken.None));
        _sandbox.Clock.Advance(TimeSpan.FromDays(31));

        Succeeded(await slow.Client.GenerateAsync("1001", CancellationToken.None));

        Assert.Equal(
            [Paths.Token, Paths.Generate, Paths.Generate, Paths.Token, Paths.Generate],
            await _sandbox.CalledPathsAsync());
    }

    [Fact]
    public async Task The_shared_clock_moves_the_renewal_too()
    {
        await MintAsync("1001");
        _sandbox.Clock.Advance(TimeSpan.FromDays(25));

        await MintAsync("1001");

        Assert.Equal([Paths.Token, Paths.Generate, Paths.Token, Paths.Generate], await _sandbox.CalledPathsAsync());
    }

    [Fact]
    public async Task Nothing_logged_over_real_http_holds_a_secret()
    {
        string token = await MintAsync("1003");
        await _sandbox.CompleteAsync(token);
        var face = Succeeded(await Client.GetSimpleAsync(token, CancellationToken.None));
        Succeeded(await Client.DownloadAsync(face.ImageUrl, CancellationToken.None));

        Assert.Contains("/result/simple", _bench.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"24\.[0-9a-f]{32}", _bench.Log.Text);
        foreach (string secret in (string[])[token, "sandbox-api-key", "sandbox-secret-key"])
            Assert.DoesNotContain(secret, _bench.Log.Text, StringComparison.Ordinal);
    }

    private async Task<string> MintAsync(string plan) => Succeeded(await Client.GenerateAsync(plan, CancellationToken.None)).VerifyToken;
}
