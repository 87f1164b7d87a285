using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Vendors.Tests.Support;
using static FaceH5Portal.Vendors.Tests.Support.Answers;

namespace FaceH5Portal.Vendors.Tests.Baidu;

/// <summary>The client and the pretended vendor share no code, so agreeing here means something.</summary>
public sealed class AgainstTheSandboxTests : IAsyncLifetime
{
    private static readonly SubmittedIdentity Person = new("张三", "110101199003070011", 0);

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
    public async Task A_person_passes_and_everything_can_be_fetched()
    {
        string token = await MintAsync("1001");
        Succeeded(await Client.SubmitIdentityAsync(token, Person, CancellationToken.None));
        await _sandbox.CompleteAsync(token);

        var record = Succeeded(await Client.GetAllAsync(token, CancellationToken.None));
        var detail = Succeeded(await Client.GetDetailAsync(token, CancellationToken.None));
        var face = Succeeded(await Client.GetSimpleAsync(token, CancellationToken.None));
        var fromSimple = Succeeded(await Client.DownloadAsync(face.ImageUrl, CancellationToken.None));

        var attempt = Assert.Single(record.Attempts);
        Assert.Equal((1, 1, 0), (record.VerifyCount, record.VerifyChargeCount, record.MatchChargeCount));
        Assert.Equal((1, true, "0", true, "verify"), (attempt.Order, attempt.Passed, attempt.Code, attempt.IsCharged, attempt.ChargeType));
        Assert.Equal(new ConfirmedIdentity(Person.Name, Person.Number, "0"), attempt.Confirmed);
        Assert.InRange(_sandbox.Clock.GetUtcNow().UtcDateTime - attempt.VerifiedAtUtc!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Assert.True(detail.Passed);
        Assert.Equal(attempt.Score, detail.Score);
        Assert.Equal(Person.Number, detail.Confirmed?.Number);
        var fromGetAll = Succeeded(await Client.DownloadAsync(attempt.FaceImageUrl!, CancellationToken.None));
        Assert.Equal("image/jpeg", fromSimple.MediaType);
        Assert.Equal(fromSimple.Bytes, fromGetAll.Bytes);
    }

    [Fact]
    public async Task A_name_that_does_not_fit_is_a_verdict_with_a_charge()
    {
        string token = await MintAsync("1001");
        Succeeded(await Client.SubmitIdentityAsync(token, Person, CancellationToken.None));
        await _sandbox.ScriptAsync(token, 222351);
        await _sandbox.CompleteAsync(token);

        var attempt = Assert.Single(Succeeded(await Client.GetAllAsync(token, CancellationToken.None)).Attempts);
        var detail = Succeeded(await Client.GetDetailAsync(token, CancellationToken.None));

        Assert.Equal((false, "222351", true), (attempt.Passed, attempt.Code, attempt.IsCharged));
        Assert.Null(attempt.Score);
        Assert.Equal((false, "222351"), (detail.Passed, detail.Code));
        Assert.Equal(BaiduCodeFamily.IdentityMismatch, BaiduCodes.FamilyOf(detail.Code));
    }

    [Fact]
    public async Task Failed_liveness_is_free()
    {
        string token = await MintAsync("1003");
        await _sandbox.ScriptAsync(token, 223120);
        await _sandbox.CompleteAsync(token);

        var attempt = Assert.Single(Succeeded(await Client.GetAllAsync(token, CancellationToken.None)).Attempts);

        Assert.Equal(("223120", false), (attempt.Code, attempt.IsCharged));
        Assert.Null(attempt.ChargedAtUtc);
    }

    [Fact]
    public async Task Asking_before_the_person_began_is_told_as_such()
    {
        string token = await MintAsync("1003");

        var answer = await Client.GetAllAsync(token, CancellationToken.None);

        Assert.Equal((VendorFaultKind.Refused, BaiduCodes.NotStarted), (answer.Fault?.Kind, answer.Fault?.Code));
    }

    [Fact]
    public async Task A_portrait_is_compared_under_a_plan_with_an_own_library()
    {
        string token = await MintAsync("1004");
        var portrait = await PortraitAsync();

        Succeeded(await Client.UploadMatchImageAsync(token, new MatchImage(portrait, "LOW", "NONE"), CancellationToken.None));
        await _sandbox.CompleteAsync(token);

        var record = Succeeded(await Client.GetAllAsync(token, CancellationToken.None));
        Assert.Equal((1, "match"), (record.MatchChargeCount, record.Attempts[0].ChargeType));
    }

    [Fact]
    public async Task An_unknown_plan_is_refused_by_its_code()
    {
        var answer = await Client.GenerateAsync("999999", CancellationToken.None);

        Assert.Equal(BaiduCodeFamily.SetUpFault, BaiduCodes.FamilyOf(answer.Fault?.Code));
        Assert.False(answer.Fault!.MayHaveExecuted);
    }

    [Fact]
    public async Task The_capture_page_opens()
    {
        string token = await MintAsync("1003");
        using var browser = new HttpClient();

        var url = Client.CapturePageUrl(token, new Uri("http://localhost:5080/r/a?b=c"), new Uri("http://localhost:5080/r/d"));
        using var page = await browser.GetAsync(url);

        Assert.True(page.IsSuccessStatusCode, $"{page.StatusCode}");
    }

    private async Task<string> MintAsync(string plan) => Succeeded(await Client.GenerateAsync(plan, CancellationToken.None)).VerifyToken;

    private async Task<byte[]> PortraitAsync()
    {
        string token = await MintAsync("1003");
        await _sandbox.CompleteAsync(token);
        var face = Succeeded(await Client.GetSimpleAsync(token, CancellationToken.None));
        return Succeeded(await Client.DownloadAsync(face.ImageUrl, CancellationToken.None)).Bytes;
    }
}
