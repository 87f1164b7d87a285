using FaceH5Portal.Core.Alarming.Health;
using FaceH5Portal.Core.Alarming.Rules;
using FaceH5Portal.Core.Alarming.Telling;
using FaceH5Portal.Vendors.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaceH5Portal.Core.Alarming;

internal static class AlarmServices
{
    public static IServiceCollection AddAlarming(this IServiceCollection services)
    {
        // What the host, or the clients of the vendors, do not know better.
        services.TryAddSingleton(new AlarmSettings());
        services.TryAddSingleton(new FreeBytes(folder => new DriveInfo(folder).AvailableFreeSpace));
        services.TryAddSingleton<VendorCalls>();
        return services
            .AddRules()
            .AddSingleton<AlarmRuleBook>()
            .AddSingleton<NoticeSender>()
            .AddSingleton<NoticeBook>()
            .AddSingleton<AlarmJournal>()
            .AddSingleton<HarvestLag>()
            .AddSingleton<DiskRoom>()
            .AddSingleton<PortalPulse>()
            .AddSingleton<PortalMeter>()
            .AddSingleton<PassHealth>()
            .AddSingleton<AlarmPass>()
            .AddSingleton<AlarmDesk>()
            .AddSingleton<AlarmQueries>()
            .AddSingleton<ReadinessQueries>();
    }

    private static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton<IAlarmRule, EvidenceDeadlineRule>()
        .AddSingleton<IAlarmRule, UnresolvedRule>()
        .AddSingleton<IAlarmRule, BacklogRule>()
        .AddSingleton<IAlarmRule, DiskRule>()
        .AddSingleton<IAlarmRule, SetUpRule>()
        .AddSingleton<IAlarmRule, VendorErrorsRule>()
        .AddSingleton<IAlarmRule, VendorSlowRule>()
        .AddSingleton<IAlarmRule, ClockRule>()
        .AddSingleton<IAlarmRule, AttemptsOfLinkRule>()
        .AddSingleton<IAlarmRule, AttemptsOfPersonRule>()
        .AddSingleton<IAlarmRule, ConsentsOfAddressRule>()
        .AddSingleton<IAlarmRule, RiskLevelsRule>()
        .AddSingleton<IAlarmRule, ForgedReturnsRule>()
        .AddSingleton<IAlarmRule, BudgetRule>()
        .AddSingleton<IAlarmRule, PackageRule>()
        .AddSingleton<IAlarmRule, ReconciliationRule>()
        .AddSingleton<IAlarmRule, RetentionRule>()
        .AddSingleton<IAlarmRule, ExpiryRule>()
        .AddSingleton<IAlarmRule, TellingRule>();
}
