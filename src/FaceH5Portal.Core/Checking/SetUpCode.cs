namespace FaceH5Portal.Core.Checking;

/// <summary>Everything that can be found, and what it means.</summary>
public static class SetUpCode
{
    public const string Ok = "ok";
    public const string NoKeys = "no-keys";
    public const string KeysRefused = "keys-refused";
    public const string Unreachable = "unreachable";
    public const string Busy = "busy";
    public const string NotReached = "not-reached";
    public const string NoPermission = "no-permission";
    public const string Unstated = "unstated";
    public const string PlanUnknown = "plan-unknown";
    public const string PlanOfAnotherApp = "plan-of-another-app";
    public const string AppUnknown = "app-unknown";
    public const string QuotaUsed = "quota-used";
    public const string Refused = "refused";
    public const string NotActive = "not-active";
    public const string Unproven = "unproven";
    public const string Ahead = "ahead";
    public const string Behind = "behind";

    /// <summary>What each step can come to.</summary>
    public static IReadOnlyDictionary<SetUpStep, string[]> Possible { get; } = new Dictionary<SetUpStep, string[]>
    {
        [SetUpStep.Keys] = [Ok, NoKeys, KeysRefused, Unreachable, Busy],
        [SetUpStep.Permission] = [Ok, NoPermission, Unstated, NotReached],
        [SetUpStep.Plan] = [Ok, PlanUnknown, PlanOfAnotherApp, AppUnknown, NoPermission, QuotaUsed, Refused, Unreachable, Busy, NotReached],
        [SetUpStep.Results] = [Ok, NotActive, Unproven],
        [SetUpStep.Clock] = [Ok, Ahead, Behind, Unstated, NotReached],
    };

    public static SetUpMark MarkOf(string code) => code switch
    {
        Ok => SetUpMark.Good,
        Unreachable or Busy or NotReached or Unstated or Unproven => SetUpMark.Unknown,
        _ => SetUpMark.Wrong,
    };
}
