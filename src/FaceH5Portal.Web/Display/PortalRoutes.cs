namespace FaceH5Portal.Web.Display;

/// <summary>Every address of ours, so that no page spells one.</summary>
public static class PortalRoutes
{
    public const string Home = "/";
    public const string Sessions = "/sessions";
    public const string Export = "/sessions/export";
    public const string NewSession = "/sessions/new";
    public const string Import = "/sessions/import";
    public const string ImportTemplate = "/sessions/import/template";
    public const string ImportResult = "/sessions/import/result";
    public const string Reviews = "/reviews";
    public const string PhotoChecks = "/photo-checks";
    public const string NewPhotoCheck = "/photo-checks/new";
    public const string Records = "/records";
    public const string WhatIf = "/what-if";
    public const string Alarms = "/alarms";
    public const string Plans = "/plans";
    public const string NewPlan = "/plans/new";
    public const string Results = "/admin/results";
    public const string Charges = "/admin/charges";
    public const string Prices = "/admin/prices";
    public const string Reconciliation = "/admin/reconciliation";
    public const string DisputePack = "/admin/disputes/pack";
    public const string ChargeFile = "/admin/charges/export";
    public const string Months = "/admin/months";
    public const string Audit = "/admin/audit";
    public const string AuditFile = "/admin/audit/export";
    public const string Privacy = "/admin/privacy";
    public const string PersonCopy = "/admin/privacy/copy";
    public const string Retention = "/admin/retention";
    public const string Notices = "/admin/notices";
    public const string Statement = "/admin/statements/taken";
    public const string Budgets = "/admin/budgets";
    public const string NewPriceList = "/admin/prices/new";
    public const string LinkPattern = "/v/{Code}";
    public const string ReturnPattern = "/r/{State}";
    public const string Verify = "/verify";
    public const string OtherWay = "/verify/other-way";
    public const string Withdraw = "/verify/withdraw";
    public const string Phone = "/verify/phone";
    public const string LivePattern = "/verify/live";
    public const string Theme = "/preferences/theme";
    public const string ThemeSheetPattern = "/theme/{name}.css";
    public const string TextSize = "/preferences/text-size";
    public const string Broken = "/broken";
    public const string NotFound = "/not-found";
    public const string Language = "/preferences/language";
    public const string SignIn = "/sign-in";
    public const string SignInFailed = SignIn + "?error=sign-in-failed";
    public const string SignInCode = "/sign-in/code";
    public const string PasskeyChallenge = "/sign-in/passkey/challenge";
    public const string PasskeySignIn = "/sign-in/passkey";
    public const string DemoSignIn = "/sign-in/demo";
    public const string Provider = "/sign-in/provider";
    public const string ProviderReturn = "/sign-in/provider/return";
    public const string ProviderDone = "/sign-in/provider/done";
    public const string SignOut = "/sign-out";
    public const string Account = "/account";
    public const string AccountPassword = "/account/password";
    public const string AccountCodes = "/account/codes";
    public const string People = "/admin/people";
    public const string Keys = "/admin/keys";
    public const string Webhooks = "/admin/webhooks";
    public const string Settings = "/admin/settings";
    public const string Lives = "/health/live";
    public const string Ready = "/health/ready";
    public const string Metrics = "/metrics";
    public const string EvidencePattern = "/evidence/{id:guid}";

    public static string SignInFor(string path) => $"{SignIn}?returnTo={Uri.EscapeDataString(path)}";

    public static string SignInAgain(string code, string? returnTo) => $"{SignInFor(LocalPath.Of(returnTo))}&error={code}";

    public static string CodeFor(string? returnTo) => $"{SignInCode}?returnTo={Uri.EscapeDataString(LocalPath.Of(returnTo))}";

    public static string ProviderFor(string? returnTo) => $"{Provider}?returnTo={Uri.EscapeDataString(LocalPath.Of(returnTo))}";

    public static string ProviderDoneFor(string? returnTo) => $"{ProviderDone}?returnTo={Uri.EscapeDataString(LocalPath.Of(returnTo))}";

    public static string AccountSaying(string code) => $"{Account}?error={code}";

    public static string Welcome(string code) => $"/welcome/{code}";

    public static string Person(Guid id) => $"{People}/{id}";

    public static string Webhook(Guid id) => $"{Webhooks}/{id}";

    public static string ThemeSheet(string name) => ThemeSheetPattern.Replace("{name}", name, StringComparison.Ordinal);

    public static string Session(Guid id) => $"{Sessions}/{id}";

    /// <summary>What has happened since the state that the page shows.</summary>
    public static string Live(int version) => $"{LivePattern}?seen={version}";

    public static string PhotoCheck(Guid id) => $"{PhotoChecks}/{id}";

    /// <summary>A photo in the place of a session's capture; the session knows the person, so that nobody stands in the address.</summary>
    public static string PhotoInstead(Guid sessionId) => $"{NewPhotoCheck}?session={sessionId}";

    public static string Plan(Guid id) => $"{Plans}/{id}";

    public static string PriceList(Guid id) => $"{Prices}/{id}";

    public static string Month(DateOnly first) => $"{Months}/{LedgerAddress.MonthText(first)}";

    public static string Evidence(Guid id) => $"/evidence/{id}";
}
