using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Faults;

/// <summary>An operator and a person who do not give up: they fail once, then pass, whatever goes wrong between.</summary>
internal sealed class StubbornPerson(PortalHarness portal, string plan)
{
    private static readonly string[] Excuses = ["vendor-unavailable", "storage-unavailable"];

    private readonly HashSet<string> scripted = [];
    private SessionDriver? session;
    private bool owesReturn;
    private bool failed;

    public SessionDriver Session => session ?? throw new InvalidOperationException("There is no session yet.");

    /// <summary>One thing a person can do now, then the portal's own pass; false once the verdict is final and nothing is due.</summary>
    public async Task<bool> ActAsync()
    {
        session ??= await TryCreateAsync();
        if (session is null)
            return true;
        var status = await session.StatusAsync();
        if (owesReturn)
            await ReturnAsync();
        else if (status is SessionStatus.AwaitingUser or SessionStatus.Capturing)
            await StartAndCaptureAsync();
        var handled = await portal.Get<HarvestPass>().RunAsync(CancellationToken.None);
        return owesReturn || handled > 0 || !(await session.StatusAsync()).IsFinal();
    }

    private async Task<SessionDriver?> TryCreateAsync()
    {
        var created = await SessionDriver.TryCreateAsync(portal, plan, photo: Photos.Of(320, 240));
        AssertExcuse(created.Errors);
        return created.Ok ? created.Value : null;
    }

    private async Task StartAndCaptureAsync()
    {
        var before = await portal.Sandbox.CallsOfAsync("verifyToken/generate");
        var page = await Session.TryStartAsync();
        Assert.InRange(await portal.Sandbox.CallsOfAsync("verifyToken/generate") - before, 0, 1);
        AssertExcuse(page.Errors);
        if (!page.Ok)
            return;
        if (!failed && scripted.Add(Session.VerifyToken))
            await portal.Sandbox.ControlAsync("script", new
            {
                verify_token = Session.VerifyToken,
                attempts = new object[] { new { code = 0, score = 41.5 }, new { code = 0, score = 95.5 } },
            });
        await Session.CaptureAsync();
        (failed, owesReturn) = (true, true);
    }

    /// <summary>Where the way back cannot be written down, its page comes again.</summary>
    private async Task ReturnAsync()
    {
        var returned = await Session.ReturnAsync();
        AssertExcuse(returned.Errors);
        owesReturn = !returned.Ok;
    }

    private static void AssertExcuse(IEnumerable<PortalError> errors) =>
        Assert.All(errors, error => Assert.Contains(error.Code, Excuses));
}
