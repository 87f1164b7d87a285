namespace FaceH5Portal.Core.Plans;

/// <summary>The plans that the sandbox knows, as its console would list them.</summary>
public static class SandboxPlans
{
    private const string Purpose = "演示：确认是您本人在办理业务";

    public static IReadOnlyList<PlanTerms> All { get; } =
    [
        Plan("1001", "权威库 · 指定用户"),
        Plan("1002", "权威库 · 身份证正反面 OCR · 可重试") with
        {
            Entry = IdentityEntry.OcrFrontAndBack, UrlStaysOnFailure = true, OcrPrice = 500,
        },
        Plan("1003", "权威库 · 手动输入 · 可重试") with { Entry = IdentityEntry.Manual, UrlStaysOnFailure = true },
        Plan("1004", "自建库 · 上传照片") with { Source = ComparisonSource.OwnPhoto, Entry = IdentityEntry.None },
        Plan("1005", "仅活体") with { Source = ComparisonSource.LivenessOnly, Entry = IdentityEntry.None },
        Plan("1006", "权威库 · 指定用户 · 录制视频") with { Recording = true },
        Plan("1007", "权威库 · 指定用户 · 可重试") with { UrlStaysOnFailure = true },
    ];

    private static PlanTerms Plan(string vendorPlanId, string name) => new()
    {
        Name = name,
        VendorPlanId = vendorPlanId,
        Purpose = Purpose,
    };
}
