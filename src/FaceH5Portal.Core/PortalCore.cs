using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Backups;
using FaceH5Portal.Core.Billing;
using FaceH5Portal.Core.Checking;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Months;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Overview;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Privacy;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Sessions.Reviewing;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Core.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaceH5Portal.Core;

/// <summary>The slices in their order; data and vendors are registered by the host beside them.</summary>
public static class PortalCore
{
    public static IServiceCollection AddPortalCore(this IServiceCollection services, MasterKeyRing keys, Uri publicBaseUrl) =>
        services
            .AddSingleton<IdempotencyKeys>()
            .AddAuditing()
            .AddPeople()
            .AddSingleton(keys)
            .AddSingleton<KeyWrapping>()
            .AddSingleton<RootKey>()
            .AddSingleton<BlindIndex>()
            .AddSingleton<IOpeningStep, VaultOpening>()
            .AddSingleton<IOpeningStep, AuditOpening>()
            .AddSingleton<KeyRotation>()
            .AddSingleton<SubjectVault>()
            .AddSingleton<PersonalWords>()
            .AddSingleton<SubjectFinder>()
            .AddSingleton<IOpeningStep, NameIndexing>()
            .AddSingleton<IdentityRules>()
            .AddSingleton<EvidenceVault>()
            .AddSingleton<LookBook>()
            .AddSingleton<DeletionProof>()
            .AddSingleton<EvidenceRetention>()
            .AddSingleton<SubjectErasure>()
            .AddSingleton<PriceDesk>()
            .AddSingleton<LedgerBook>()
            .AddSingleton<LedgerDesk>()
            .AddSingleton<MonthProver>()
            .AddSingleton<MonthDesk>()
            .AddSingleton<TokenAccounts>()
            .AddSingleton<LedgerQueries>()
            .AddSingleton<PlanService>()
            .AddSessions(publicBaseUrl)
            .AddHarvesting()
            .AddPhotoChecks()
            .AddSingleton<VendorSetUp>()
            .AddSingleton<ResultsInUse>()
            .AddSingleton<SetUpDesk>()
            .AddBilling()
            .AddPrivacy()
            .AddOverview()
            .AddBackups()
            .AddWebhooks()
            .AddAlarming();

    private static IServiceCollection AddSessions(this IServiceCollection services, Uri publicBaseUrl) => services
        .AddSingleton(new PortalLinks(publicBaseUrl))
        .AddSingleton<KeyedLocks>()
        .AddSingleton<SessionJournal>()
        .AddSingleton<SessionMaker>()
        .AddSingleton<IOpeningStep, TokenIndexing>()
        .AddSingleton<SessionRules>()
        .AddSingleton<SessionService>()
        .AddSingleton<LinkDesk>()
        .AddSingleton<SessionQueries>()
        .AddSingleton<SessionSearch>()
        .AddSingleton<SessionExport>()
        .AddSingleton<DuplicateSearch>()
        .AddSingleton<ImportDesk>()
        .AddSingleton<SessionFeed>()
        .AddSingleton<SavedViews>()
        .AddSingleton<ReviewDesk>()
        .AddSingleton<ReviewQueries>()
        .AddSingleton<SessionNotes>()
        .AddSingleton<IdentityComparison>()
        .AddSingleton<VendorAnswers>()
        .AddSingleton<SessionDossiers>()
        .AddSingleton<SessionEvidence>()
        .AddSingleton<PersonErasure>()
        .AddSingleton<RefusedPhoto>()
        .AddSingleton<CaptureLauncher>()
        .AddSingleton<EndUserViews>()
        .AddSingleton<JourneyWatch>()
        .AddSingleton<ConsentDesk>()
        .AddSingleton<PersonDesk>()
        .AddSingleton<WayOut>()
        .AddSingleton<EndUserJourney>();

    private static IServiceCollection AddHarvesting(this IServiceCollection services) => services
        .AddSingleton<VendorQuestions>()
        .AddSingleton<HarvestDebts>()
        .AddSingleton<AttemptRecorder>()
        .AddSingleton<GivenIdentity>()
        .AddSingleton<AvoidableCharges>()
        .AddSingleton<VerdictRecorder>()
        .AddSingleton<VerdictHarvester>()
        .AddSingleton<IItemFetcher, AnswerFetcher>()
        .AddSingleton<IItemFetcher, FileFetcher>()
        .AddSingleton<HarvestClaims>()
        .AddSingleton<ItemHarvester>()
        .AddSingleton<IWithdrawalFollower, WithdrawnPictures>()
        .AddSingleton<IErasureFollower, SessionRedaction>()
        .AddSingleton<LinkExpiry>()
        .AddSingleton<MediaExpiry>()
        .AddSingleton(HarvestLimits.Usual)
        .AddSingleton<HarvestPass>()
        .AddSingleton<IOpeningStep, DeadClaims>()
        .AddSingleton<HarvestDesk>()
        .AddSingleton<HarvestQueries>();

    private static IServiceCollection AddOverview(this IServiceCollection services)
    {
        // The host may know better where its readers are.
        services.TryAddSingleton(new OverviewZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")));
        return services
            .AddSingleton<DirtyDays>()
            .AddSingleton<OverviewPass>()
            .AddSingleton<OverviewQueries>()
            .AddSingleton<WaitingQueries>()
            .AddSingleton<WhatIfQueries>()
            .AddSingleton<RecordFinder>();
    }
}
