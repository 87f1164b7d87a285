using System.Text.RegularExpressions;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Alarming.Telling;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Billing.Bills;
using FaceH5Portal.Core.Billing.Budgets;
using FaceH5Portal.Core.Billing.Disputing;
using FaceH5Portal.Core.Checking;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Harvesting;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Reconciling;
using FaceH5Portal.Core.Overview;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Privacy.Requesting;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.Core.Sessions.Reviewing;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.Core.Webhooks.Outbox;
using FaceH5Portal.TestKit;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Webhooks;
using FaceH5Portal.Web.Commands.Doctor;
using FaceH5Portal.Web.Demo;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Hosting.Settings;
using FaceH5Portal.Web.Importing;
using FaceH5Portal.Web.Pages.Admin.Managing;
using FaceH5Portal.Web.Pages.EndUser;

namespace FaceH5Portal.Web.Tests;

public sealed partial class TextTests
{
    // What stands between braces in a key, and all that it can be.
    private static readonly Dictionary<string, IEnumerable<string>> Families = new()
    {
        ["Status."] = Names<SessionStatus>(),
        ["Next."] = Names<SessionStatus>(),
        ["Harvest."] = Names<HarvestState>(),
        ["Review."] = Names<ReviewState>(),
        ["ItemKind."] = Names<HarvestKind>(),
        ["Item."] = Names<HarvestItemState>(),
        ["ItemFault."] = ["photo-malformed", "photo-not-an-image", "photo-moves", "photo-too-large", "address-not-allowed", SessionRedaction.Code],
        ["RecordKey."] = Names<RecordKey>(),
        ["VendorMemory."] = Names<VendorMemory>(),
        ["Privacy."] = Names<PrivacyState>().Except([nameof(PrivacyState.Full)]),
        ["Outcome."] = Names<Outcome>(),
        ["EndUser.Step."] = Names<EndUserStep>(),
        ["Charged."] = Names<VendorCharged>(),
        ["PhotoVendor."] = Names<PhotoVendor>(),
        ["PhotoConsent.Vendor."] = Names<PhotoVendor>(),
        ["PhotoConsent.Contact."] = Names<PhotoVendor>(),
        ["PhotoCheckState."] = Names<PhotoCheckState>(),
        ["PhotoErrorKind."] = Names<PhotoErrorKind>(),
        ["InsteadCause."] = Names<InsteadCause>(),
        ["Retry."] = Names<RetryWith>(),
        ["Timeline."] = Names<TimelineKind>(),
        ["BudgetScope."] = Names<BudgetScope>(),
        ["BudgetPeriod."] = Names<BudgetPeriod>(),
        ["AuditAction."] = Names<AuditAction>(),
        ["AuditFault."] = Names<AuditFault>(),
        ["BudgetUnit."] = Names<BudgetUnit>(),
        ["Budgets.Most."] = Names<BudgetUnit>(),
        ["AvoidableCause."] = [.. Names<AvoidableCause>().Except([nameof(AvoidableCause.None)])],
        ["Finding."] = Names<FindingCode>(),
        ["DisputeState."] = Names<DisputeState>(),
        ["BillVendor."] = Names<BillVendor>(),
        ["BillColumn."] = Names<BillColumn>(),
        ["ChargeType."] = Names<ChargeType>(),
        ["Source."] = Names<ComparisonSource>(),
        ["Entry."] = Names<IdentityEntry>(),
        ["Control."] = Names<ControlLevel>(),
        ["Certificate."] = Names<CertificateType>(),
        ["Evidence."] = Names<EvidenceKind>().Except([nameof(EvidenceKind.Answer)]),
        ["Role."] = Names<Core.Access.Role>(),
        ["Permission."] = Names<Core.Access.Permission>(),
        ["PersonRight."] = Names<PersonRight>(),
        ["Method."] = Names<SignInMethod>(),
        ["Setup."] = ["Vendors:Baidu:ApiKey", "Vendors:Baidu:SecretKey", "Portal:MasterKey", "Portal:Organization", "Portal:Support"],
        ["Preflight."] = ["insecure", "no-camera-access", "no-camera", "denied", "ready"],
        ["Preflight.InApp."] = Names<InAppBrowser>(),
        ["EndUser."] = Names<SessionStatus>().SelectMany(status => new[] { $"{status}.Title", $"{status}.Text" }),
        ["IdentityField."] = Names<IdentityField>(),
        ["RevealReason."] = Names<RevealReason>(),
        ["LookKind."] = Names<LookKind>(),
        ["RequestKind."] = Names<SubjectRequestKind>(),
        ["RequestState."] = Names<SubjectRequestState>(),
        ["DeletionRule."] = Names<DeletionRule>(),
        ["EndUser.Looks.Role."] = Names<Core.Access.Role>(),
        ["ReviewCause."] = Names<ReviewCause>(),
        ["ReviewVerdict."] = Names<ReviewVerdict>(),
        ["ReviewDone."] = Names<ReviewVerdict>(),
        ["EndUser.Review."] = Names<ReviewVerdict>(),
        ["Import.Column."] = Names<ImportColumn>(),
        ["Import.Heads."] = Names<ImportColumn>(),
        ["ImportLine."] = Names<ImportLineState>(),
        ["ImportStage."] = Names<ImportStage>(),
        ["Check."] = SetUpCode.Possible.SelectMany(step => step.Value.Select(code => $"{step.Key}.{code}")),
        ["CheckStep."] = Names<SetUpStep>(),
        ["List.Archive."] = Names<ArchiveChoice>(),
        ["Fault."] = Names<SandboxFault>(),
        ["DisabledReason."] = Names<DisabledReason>(),
        ["WebhookFault."] = Names<WebhookFault>(),
        ["WebhookType."] = [.. WebhookTypes.All, WebhookTypes.Test],
        ["AlarmRule."] = Names<AlarmRule>(),
        ["AlarmText."] = Names<AlarmRule>(),
        ["AlarmUnit."] = Names<AlarmRule>(),
        ["AlarmEvent."] = Names<AlarmEventKind>(),
        ["AlarmMail."] = [.. Names<AlarmNoticeKind>(), "RaisedOne", "ResolvedOne"],
        ["Doctor."] = Names<DoctorCode>(),
        ["DoctorPart."] = Names<DoctorPart>(),
        ["DoctorRemedy."] = DoctorCodes.Meaning.Where(known => known.Value.Mark != DoctorMark.Good).Select(known => known.Key.ToString()),
        ["SettingSource."] = Names<SettingSource>(),
        ["Error."] = ErrorCodes(),
        ["Api."] = ["access-denied", "not-found", "number-check-digit", "changed-meanwhile"],
    };

    [Fact]
    public void Both_languages_say_the_same_things()
    {
        Assert.Equal(TextResources.English.Keys.Order(StringComparer.Ordinal), TextResources.Chinese.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, english) in TextResources.English)
            Assert.Equal((key, Places(english)), (key, Places(TextResources.Chinese[key])));
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_exists()
    {
        var asked = Sources().SelectMany(source => Literal().Matches(source).Select(match => match.Groups[1].Value)).ToHashSet();
        Assert.Contains("Home.Title", asked);
        Assert.Empty(asked.Except(TextResources.English.Keys));
    }

    [Fact]
    public void Every_value_that_a_page_can_show_has_its_words()
    {
        var prefixes = Sources().SelectMany(source => Interpolated().Matches(source).Select(match => match.Groups[1].Value)).ToHashSet();
        Assert.Empty(prefixes.Except(Families.Keys));
        Assert.Empty(Families.SelectMany(family => family.Value.Select(value => family.Key + value)).Except(TextResources.English.Keys));
    }

    [Fact]
    public void No_text_waits_unused()
    {
        var used = Sources().SelectMany(source => Quoted().Matches(source).Select(match => match.Groups[1].Value))
            .Concat(Families.SelectMany(family => family.Value.Select(value => family.Key + value))).ToHashSet();
        Assert.Empty(TextResources.English.Keys.Except(used));
    }

    private static string[] Names<T>() where T : struct, Enum => Enum.GetNames<T>();

    private static IEnumerable<string> ErrorCodes()
    {
        var core = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "FaceH5Portal.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        // What the harvest says to itself reaches no page.
        string[] inner = ["not-due", "no-evidence-of-the-act", "return-unknown"];
        return core.Concat(Sources()).SelectMany(source => ErrorCode().Matches(source).Select(match => match.Groups[1].Value))
            .Concat(core.SelectMany(source => NumberFault().Matches(source).Select(match => match.Groups[1].Value)))
            .Concat(typeof(PortalError).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!))
            .Concat(["unknown", "page-broke"])
            .Distinct().Except(inner);
    }

    private static string Places(string text) => string.Join(",", Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src", "FaceH5Portal.Web"), "*.*", SearchOption.AllDirectories)
        .Where(path => (path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
            && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    [GeneratedRegex(@"(?:\bL|[tT]exts)\[""([^""]+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?:\bL|[tT]exts)\[\$""([^{""]+)\{")]
    private static partial Regex Interpolated();

    [GeneratedRegex(@"""([A-Z][\w.]+)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"new PortalError\(\s*""([a-z-]+)""")]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"""((?:number|certificate|name|birth-date)-[a-z-]+)""")]
    private static partial Regex NumberFault();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
