using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Sandbox;

namespace FaceH5Portal.Web.Demo;

/// <summary>What the sandbox lets an operator do to one session: play its person, move the time, break the vendor.</summary>
internal sealed class SessionLevers(DemoStage stage, SandboxClock clock)
{
    public DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    /// <summary>Goes to the vendor's page as the person would, lets the attempt end as told, and comes back unless they shut the browser.</summary>
    public async Task<Result<bool>> AttemptAsync(Actor actor, Guid session, DemoAttempt attempt, bool comesBack, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.CreateSessions) is { } denied)
            return denied;
        var agreed = await stage.AgreeAsync(session, cancellationToken);
        if (!agreed.Ok)
            return agreed.Errors.ToList();
        var page = await stage.Journey.StartAsync(session, cancellationToken);
        if (!page.Ok)
            return page.Errors.ToList();
        var launch = DemoLaunch.Of(page.Value);
        var acted = await stage.ActAsync(launch.VerifyToken, attempt, null, cancellationToken);
        if (!acted.Ok || !comesBack)
            return acted;
        var back = await stage.Journey.ReturnAsync(launch.State, cancellationToken);
        return back.Ok ? true : back.Errors.ToList();
    }

    public Result<bool> Advance(Actor actor, TimeSpan by)
    {
        if (actor.Lacks(Permission.CreateSessions) is { } denied)
            return denied;
        clock.Advance(by);
        return true;
    }

    /// <summary>The next calls of a path go wrong, whichever session they are for: the vendor is one.</summary>
    public async Task<Result<bool>> BreakAsync(Actor actor, string path, string kind, int count, CancellationToken cancellationToken) =>
        actor.Lacks(Permission.CreateSessions) is { } denied ? denied : await stage.Levers.BreakAsync(path, kind, count, cancellationToken);
}
