using System.Globalization;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Privacy.Notices;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Pages.EndUser;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Demo;

/// <summary>What the people of the made-up month act through: the same services as real ones, and the sandbox's levers.</summary>
internal sealed class DemoStage(
    SessionService sessions, EndUserJourney journey, WayOut wayOut, PlanService plans, NoticeDesk notices, SandboxLevers levers,
    IStringLocalizer<Texts> texts, PortalSettings settings)
{
    private const string Language = "zh-CN";
    private const string Address = "127.0.0.1";

    public SessionService Sessions => sessions;

    public EndUserJourney Journey => journey;

    public WayOut WayOut => wayOut;

    public SandboxLevers Levers => levers;

    public async Task<IReadOnlyDictionary<string, Plan>> PlansAsync(CancellationToken cancellationToken) =>
        Must(await plans.ListAsync(Actor.System, cancellationToken)).DistinctBy(plan => plan.Terms.VendorPlanId)
            .ToDictionary(plan => plan.Terms.VendorPlanId);

    /// <summary>Agrees to the very words a person on the page would read.</summary>
    public async Task<Result<EndUserView>> AgreeAsync(Guid session, CancellationToken cancellationToken)
    {
        var view = await journey.ViewAsync(session, cancellationToken);
        if (!view.Ok || view.Value.Step != JourneyStep.Consent)
            return view;
        // Also where somebody reads English: the words are those of the language the record names.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Language);
        var notice = ConsentNotice.For(texts, view.Value, settings, await notices.CurrentAsync(cancellationToken));
        return await journey.AgreeAsync(session, new Consent(notice.Version, notice.Text, Language, Address)
        {
            Born = view.Value.AsksBirthDate ? new DateOnly(1990, 3, 7) : null,
        }, cancellationToken);
    }

    /// <summary>Does what the person would do on the vendor's page, with the end that was chosen for it.</summary>
    public async Task<Result<bool>> ActAsync(
        string verifyToken, DemoAttempt attempt, (string Name, string Number)? typed, CancellationToken cancellationToken)
    {
        var scripted = await levers.ScriptAsync(verifyToken, attempt, cancellationToken);
        return scripted.Ok ? await levers.CompleteAsync(verifyToken, typed, cancellationToken) : scripted;
    }

    public static T Must<T>(Result<T> result) =>
        result.Ok ? result.Value : throw new InvalidOperationException($"The portal refused a step of the demo data: {result.Errors[0].Code} {string.Join(' ', result.Errors[0].Args)}");
}
