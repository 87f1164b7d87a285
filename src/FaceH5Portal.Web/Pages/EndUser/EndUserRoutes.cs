using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Pages.EndUser.Slices;
using FaceH5Portal.Web.Pages.EndUser.Steps;
using Microsoft.AspNetCore.Antiforgery;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>The pages of the person of a link. A page and its form are one endpoint.</summary>
internal static class EndUserRoutes
{
    private static readonly string[] PageAndForm = [HttpMethods.Get, HttpMethods.Post];

    public static IServiceCollection AddEndUserPages(this IServiceCollection services) => services
        .AddSingleton<PageAssets>().AddSingleton<VisitDesk>().AddSingleton<JourneySteps>()
        .AddSingleton<ConsentStep>().AddSingleton<IdentityStep>().AddSingleton<PhotoStep>().AddSingleton<StartStep>()
        .AddSingleton<WaitStep>().AddSingleton<DoneStep>().AddSingleton<OtherWayStep>().AddSingleton<WithdrawStep>();

    public static void MapEndUserPages(this WebApplication app)
    {
        app.MapGet(PortalRoutes.LinkPattern, LinkPages.OpenAsync);
        app.MapGet(PortalRoutes.ReturnPattern, LinkPages.ComeBackAsync);
        app.MapForm(PortalRoutes.Verify, (PersonPage page, VisitDesk desk, JourneySteps steps) => desk.MeetAsync(page, steps.Of));
        app.MapForm(PortalRoutes.OtherWay, (PersonPage page, VisitDesk desk, OtherWayStep step) => desk.MeetAsync(page, _ => step));
        app.MapForm(PortalRoutes.Withdraw, (PersonPage page, VisitDesk desk, WithdrawStep step) => desk.MeetAsync(page, _ => step));
        app.MapGet(PortalRoutes.Phone, PhonePage.ShowAsync);
        app.MapForm(PortalRoutes.NotFound, (PersonPage page) => new PersonAnswer(page, page.Texts["NotFound.Title"], Nowhere.Create(page)));
        // Whatever broke, with whatever method, and without asking for anything that may be broken too.
        app.Map(PortalRoutes.Broken, (PersonPage page) => new PersonAnswer(page, page.Texts["Broken.Title"], Broken.Create(page)));
    }

    private static void MapForm(this WebApplication app, string pattern, Delegate handler) =>
        app.MapMethods(pattern, PageAndForm, handler).WithMetadata(new RequireAntiforgeryTokenAttribute());
}
