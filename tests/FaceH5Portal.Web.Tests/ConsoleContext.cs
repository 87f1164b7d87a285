using System.Globalization;
using Bunit;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Billing.Bills;
using FaceH5Portal.Core.Billing.Budgets;
using FaceH5Portal.Core.Billing.Disputing;
using FaceH5Portal.Core.Billing.Packages;
using FaceH5Portal.Core.Checking;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Months;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Core.Overview;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.Keys;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.PhotoChecks.Choosing;
using FaceH5Portal.Core.PhotoChecks.Finding;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Privacy.Assessing;
using FaceH5Portal.Core.Privacy.Counting;
using FaceH5Portal.Core.Privacy.Holding;
using FaceH5Portal.Core.Privacy.Notices;
using FaceH5Portal.Core.Privacy.Requesting;
using FaceH5Portal.Core.Privacy.Retaining;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Sessions.Reviewing;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Demo;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Importing;
using FaceH5Portal.Web.Pages.Operator.PhotoChecking;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace FaceH5Portal.Web.Tests;

/// <summary>Console pages over the real core, looked at in a role and a language.</summary>
internal sealed class ConsoleContext : BunitContext
{
    public ConsoleContext(PortalHarness portal, Role role = Role.Operator, string language = "en")
    {
        // The default second is short for a machine that builds at the same time.
        DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddLocalization();
        foreach (var shared in new object[]
        {
            portal.Get<PlanService>(), portal.Get<SessionService>(), portal.Get<SessionQueries>(), portal.Get<LedgerQueries>(), portal.Get<LedgerDesk>(), portal.Get<PriceDesk>(), portal.Get<MonthDesk>(), portal.Get<MonthProver>(), portal.Get<AuditQueries>(), portal.Get<PeopleQueries>(), portal.Get<PeopleDesk>(), portal.Get<KeyDesk>(), portal.Get<PeopleClock>(), portal.Get<ActorNames>(), portal.Get<BillDesk>(), portal.Get<BudgetDesk>(), portal.Get<PackageDesk>(), portal.Get<DiscrepancyQueries>(), portal.Get<DisputeDesk>(),
            portal.Get<HarvestQueries>(), portal.Get<HarvestDesk>(),
            portal.Get<EndpointDesk>(), portal.Get<DeliveryDesk>(), portal.Get<DeliveryQueries>(),
            portal.Get<SessionSearch>(), portal.Get<DuplicateSearch>(), portal.Get<SessionFeed>(), portal.Get<SavedViews>(), portal.Get<Entropy>(),
            portal.Get<OverviewQueries>(), portal.Get<WaitingQueries>(), portal.Get<WhatIfQueries>(), portal.Get<SetUpDesk>(), portal.Get<RecordFinder>(),
            portal.Get<AlarmQueries>(), portal.Get<AlarmDesk>(),
            portal.Get<CommitFeed>(), portal.Get<PersonErasure>(), portal.Get<RevealDesk>(), portal.Get<PictureDesk>(), portal.Get<PersonLooks>(), portal.Get<HoldDesk>(), portal.Get<HeadCount>(), portal.Get<AssessmentDesk>(), portal.Get<RequestDesk>(), portal.Get<RetentionQueries>(), portal.Get<NoticeDesk>(),
            portal.Get<ReviewDesk>(), portal.Get<ReviewQueries>(), portal.Get<SessionNotes>(), portal.Get<LinkDesk>(), portal.Get<ImportDesk>(), portal.Get<IdentityComparison>(), portal.Get<VendorAnswers>(),
            portal.Get<PhotoCheckService>(), portal.Get<PhotoCheckRules>(), portal.Get<PhotoCheckQueries>(), portal.Get<PhotoCheckSettings>(), portal.Get<PhotoChargeDesk>(), portal.Get<PhotoInstead>(), portal.Get<VendorOffers>(), portal.Get<CheckReveal>(), portal.Get<IdentityRules>(),
            portal.Get<EndUserJourney>(), portal.Get<WayOut>(), portal.Get<HarvestPass>(), portal.Clock,
        })
            Services.AddSingleton(shared.GetType(), shared);
        Services.AddSingleton<TimeProvider>(portal.Clock);
        Services.AddSingleton(SettingsOf(portal));
        Services.AddImport();
        Services.AddDemo(portal.Sandbox.Address.ToString());
        Services.AddHttpContextAccessor().AddScoped<ViewerTime>().AddScoped<PhotoNotice>();
        Services.AddScoped<ErrorText>();
        Services.AddSingleton<IActorSource>(new FixedActor(role));
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<SoughtPeople>();
        Services.AddSingleton<AntiforgeryStateProvider, NoToken>();
        this.AddAuthorization();
    }

    private static PortalSettings SettingsOf(PortalHarness portal) => new()
    {
        UsesSandbox = true,
        SandboxUrl = portal.Sandbox.Address.ToString(),
        PublicBaseUrl = new Uri("http://localhost:5080"),
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        Database = "",
        DataDirectory = portal.Folder,
        BackupDirectory = Path.GetTempPath(),
        AuditDirectory = Path.Combine(portal.Folder, "audit"),
        KnownProxies = [],
        Advised = [],
        RateLimits = new(1, 1, 1, 1),
        Api = new() { Keys = [], ReturnUrlHosts = new HashSet<string>(), AllowsLoopbackReturn = false },
        Missing = [],
    };

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }

    private sealed class FixedActor(Role role) : IActorSource
    {
        public ValueTask<Actor> ActorOfAsync(System.Security.Claims.ClaimsPrincipal principal, CancellationToken cancellationToken) =>
            ValueTask.FromResult(Actor.InRole("test", role.ToString(), role));

        public ValueTask<LiveSession?> SessionOfAsync(System.Security.Claims.ClaimsPrincipal principal, CancellationToken cancellationToken) => ValueTask.FromResult<LiveSession?>(null);
    }
}
