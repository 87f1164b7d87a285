using FaceH5Portal.Sandbox.Oauth;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Plans;

internal enum ComparisonSource
{
    /// <summary>权威库, billed as verify.</summary>
    Authority,

    /// <summary>自建库, billed as match.</summary>
    OwnImage,

    /// <summary>仅活体: nothing is compared, and nothing is billed as a comparison.</summary>
    LivenessOnly,
}

internal enum IdentityEntry
{
    None,

    /// <summary>指定用户: reported by idcard/submit.</summary>
    Designated,
    OcrFrontAndBack,
    Manual,
}

/// <summary>One plan of the pretended console.</summary>
internal sealed record SandboxPlan(string Id, string Title, ComparisonSource Source, IdentityEntry Entry, bool UrlDiesOnFailure, bool Records)
{
    public static readonly IReadOnlyList<SandboxPlan> All =
    [
        new("1", "文档示例，同 1001", ComparisonSource.Authority, IdentityEntry.Designated, UrlDiesOnFailure: true, Records: false),
        new("1001", "权威库 · 指定用户", ComparisonSource.Authority, IdentityEntry.Designated, UrlDiesOnFailure: true, Records: false),
        new("1002", "权威库 · OCR 人像面+国徽面", ComparisonSource.Authority, IdentityEntry.OcrFrontAndBack, UrlDiesOnFailure: false, Records: false),
        new("1003", "权威库 · 手动输入", ComparisonSource.Authority, IdentityEntry.Manual, UrlDiesOnFailure: false, Records: false),
        new("1004", "自建库 · 上传比对图片", ComparisonSource.OwnImage, IdentityEntry.None, UrlDiesOnFailure: true, Records: false),
        new("1005", "仅活体", ComparisonSource.LivenessOnly, IdentityEntry.None, UrlDiesOnFailure: true, Records: false),
        new("1006", "权威库 · 指定用户 · 录制视频", ComparisonSource.Authority, IdentityEntry.Designated, UrlDiesOnFailure: true, Records: true),
        new("1007", "权威库 · 指定用户 · URL 不失效", ComparisonSource.Authority, IdentityEntry.Designated, UrlDiesOnFailure: false, Records: false) { AllowsDowngrade = false },
        new("2001", "另一应用的方案，同 1001", ComparisonSource.Authority, IdentityEntry.Designated, UrlDiesOnFailure: true, Records: false) { OnlyFor = SandboxApp.Other },
    ];

    /// <summary>The similarity from which two pictures count as one person.</summary>
    public double Threshold { get; init; } = 80.0;

    /// <summary>Whether a recorded video may take the place of the live check where that is not possible.</summary>
    public bool AllowsDowngrade { get; init; } = true;

    /// <summary>The application that made the plan, where no other may use it.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>Whether the identity is taken on the page.</summary>
    public bool AsksForIdentity => Entry is IdentityEntry.OcrFrontAndBack or IdentityEntry.Manual;

    public static SandboxPlan? Find(string id) => All.FirstOrDefault(plan => plan.Id == id);

    public static SandboxPlan Of(VerifyToken token) => All.First(plan => plan.Id == token.PlanId);

    /// <summary>Why a capture cannot be compared: what the caller owed beforehand and did not deliver.</summary>
    public string? MissingFor(VerifyToken token) => this switch
    {
        { Entry: IdentityEntry.Designated } when token.Identity is null => "缺少指定用户信息，请先调用 idcard/submit（283520）",
        { Source: ComparisonSource.OwnImage } when !token.HasMatchImage => "缺少比对图片，请先调用 uploadMatchImage（283520）",
        _ => null,
    };
}
