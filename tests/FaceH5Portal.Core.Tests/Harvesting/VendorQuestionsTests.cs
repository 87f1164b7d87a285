using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Tests.Harvesting;

public sealed class VendorQuestionsTests : IAsyncLifetime
{
    private PortalHarness portal = null!;
    private int begun;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task The_vendor_is_asked_so_many_things_at_once_and_the_next_when_one_is_answered()
    {
        var most = HarvestLimits.Usual.AtOnce;
        Assert.True(HarvestLimits.Usual.Tokens > most);
        var answers = Enumerable.Range(0, most + 1).Select(_ => new TaskCompletionSource<VendorAnswer<string>>()).ToList();
        var questions = answers.ConvertAll(AskAsync);
        Assert.Equal(most, begun);
        answers[0].SetResult(VendorAnswer.Failure<string>(new VendorFault(VendorFaultKind.Gateway, "503", "", true)));
        await questions[0];
        answers.Skip(1).ToList().ForEach(answer => answer.SetException(new InvalidOperationException("broken")));
        foreach (var question in questions.Skip(1))
            await Assert.ThrowsAsync<InvalidOperationException>(() => question);
        Assert.Equal(most + 1, begun);
    }

    [Fact]
    public async Task Who_waits_for_a_line_can_give_up()
    {
        var answer = new TaskCompletionSource<VendorAnswer<string>>();
        var questions = Enumerable.Range(0, HarvestLimits.Usual.AtOnce).Select(_ => AskAsync(answer)).ToList();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(answer, new CancellationToken(canceled: true)));
        answer.SetResult(VendorAnswer.Failure<string>(new VendorFault(VendorFaultKind.Gateway, "503", "", true)));
        await Task.WhenAll(questions);
        Assert.Equal(questions.Count, begun);
    }

    private Task<VendorAnswer<string>> AskAsync(TaskCompletionSource<VendorAnswer<string>> answer) => AskAsync(answer, CancellationToken.None);

    private Task<VendorAnswer<string>> AskAsync(TaskCompletionSource<VendorAnswer<string>> answer, CancellationToken cancellationToken) =>
        portal.Get<VendorQuestions>().AskAsync(portal.Get<IBaiduFaceClient>().CredentialId!, _ =>
        {
            Interlocked.Increment(ref begun);
            return answer.Task;
        }, cancellationToken);
}
