using System.Globalization;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Checking;

/// <summary>
/// Asks the vendor what can be asked without a person: for an access token, and for one verify_token of the plan, which is thrown
/// away unused. It is never asked about, since without an act of a person there is nothing to learn from it.
/// </summary>
public sealed class VendorSetUp(IBaiduSetUp setUp, IBaiduFaceClient vendor)
{
    // Beyond it a window of the vendor's may be over before ours.
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(60);

    public async Task<IReadOnlyList<SetUpFinding>> FindAsync(string vendorPlanId, CancellationToken cancellationToken)
    {
        var app = await FindAppAsync(cancellationToken);
        if (app.Permission.Code == SetUpCode.NotReached)
            return [app.Keys, app.Permission, new(SetUpStep.Plan, SetUpCode.NotReached), app.Clock];
        var grant = await vendor.GenerateAsync(vendorPlanId, cancellationToken);
        return [app.Keys, app.Permission, grant.Fault is { } fault ? PlanOf(fault) : new(SetUpStep.Plan, SetUpCode.Ok), app.Clock];
    }

    /// <summary>What has nothing to do with a plan: one access token is all that is asked for.</summary>
    public async Task<(SetUpFinding Keys, SetUpFinding Permission, SetUpFinding Clock)> FindAppAsync(CancellationToken cancellationToken)
    {
        var answer = await setUp.CheckAppAsync(cancellationToken);
        if (answer.Value is not { } app)
            return (KeysOf(answer.Fault!), new(SetUpStep.Permission, SetUpCode.NotReached), new(SetUpStep.Clock, SetUpCode.NotReached));
        return (
            new(SetUpStep.Keys, SetUpCode.Ok),
            new(SetUpStep.Permission, app.MayVerify switch { true => SetUpCode.Ok, false => SetUpCode.NoPermission, null => SetUpCode.Unstated }),
            ClockOf(app.ClockAhead));
    }

    /// <param name="ahead">How far this machine's clock is ahead of a vendor's; null where the vendor named no time.</param>
    public static SetUpFinding ClockOf(TimeSpan? ahead) => ahead switch
    {
        null => new(SetUpStep.Clock, SetUpCode.Unstated),
        { } by when by.Duration() <= Tolerated => new(SetUpStep.Clock, SetUpCode.Ok),
        { } by => new(SetUpStep.Clock, by > TimeSpan.Zero ? SetUpCode.Ahead : SetUpCode.Behind, Math.Round(by.Duration().TotalSeconds).ToString(CultureInfo.InvariantCulture)),
    };

    private static SetUpFinding KeysOf(VendorFault fault) => new(SetUpStep.Keys, fault switch
    {
        { Code: "no-credentials" } => SetUpCode.NoKeys,
        { Kind: VendorFaultKind.Refused } => SetUpCode.KeysRefused,
        { Kind: VendorFaultKind.Gateway or VendorFaultKind.Paused } => SetUpCode.Busy,
        _ => SetUpCode.Unreachable,
    }, Detail(fault));

    private static SetUpFinding PlanOf(VendorFault fault) => new(SetUpStep.Plan, fault switch
    {
        { Code: BaiduCodes.PlanNotFound } => SetUpCode.PlanUnknown,
        { Code: BaiduCodes.PlanOfAnotherApp } => SetUpCode.PlanOfAnotherApp,
        { Code: BaiduCodes.AppNotFound } => SetUpCode.AppUnknown,
        { Code: BaiduCodes.NoPermission } => SetUpCode.NoPermission,
        { Code: BaiduCodes.DailyLimit or BaiduCodes.TotalLimit } => SetUpCode.QuotaUsed,
        { Code: BaiduCodes.MintFailed } or { Kind: VendorFaultKind.Gateway or VendorFaultKind.Paused } => SetUpCode.Busy,
        { Kind: VendorFaultKind.Refused } => SetUpCode.Refused,
        _ => SetUpCode.Unreachable,
    }, Detail(fault));

    private static string Detail(VendorFault fault) => fault.Code ?? fault.Kind.ToString();
}
