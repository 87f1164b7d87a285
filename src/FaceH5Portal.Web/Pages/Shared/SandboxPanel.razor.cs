using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Web.Demo;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Shared;

public partial class SandboxPanel
{
    private const string AnyCall = "*";
    private const int Passed = 0;
    private const int BelowThreshold = 222360;
    private static readonly int[] Codes = [Passed, BelowThreshold, 222351, 222355, 222356, 222361, 223120, 283457];
    private static readonly string[] Paths =
        [AnyCall, "oauth/token", "verifyToken/generate", "idcard/submit", "result/getall", "result/detail", "result/stat", "result/media/query", "media"];

    private Actor actor = Actor.Anonymous;
    private int code;
    private decimal? score;
    private int risk;
    private bool comesBack = true;
    private int minutes = 10;
    private int path;
    private SandboxFault fault;
    private int count = 1;
    private bool busy;
    private string? said;

    [Parameter, EditorRequired]
    public Guid SessionId { get; set; }

    [Parameter, EditorRequired]
    public required PlanTerms Terms { get; set; }

    [Parameter, EditorRequired]
    public SessionStatus Status { get; set; }

    [Inject]
    private SessionLevers Levers { get; set; } = null!;

    private bool IsOver => Status is not (SessionStatus.AwaitingUser or SessionStatus.Capturing);

    private bool HasScore => code is Passed or BelowThreshold && Terms.Source != ComparisonSource.LivenessOnly;

    private IReadOnlyList<(int, string)> Outcomes =>
        [.. Codes.Select(known => (known, $"{known} · {OutcomeText.ForOperator(L, OutcomeMapper.Of(Ended(known), Terms).Outcome)}"))];

    private IReadOnlyList<(int, string)> Risks => [(0, L["Levers.NoRisk"]), (1, "1"), (2, "2"), (3, "3"), (4, "4")];

    private IReadOnlyList<(int, string)> Steps =>
        [(10, L["Levers.Minutes", 10]), (121, L["Levers.TokenDeath"]), (1_441, L["Levers.Day"]), (4_321, L["Levers.ThreeDays"])];

    private IReadOnlyList<(int, string)> PathOptions => [.. Paths.Select((name, place) => (place, name == AnyCall ? L["Levers.AnyCall"].Value : name))];

    private IReadOnlyList<(SandboxFault, string)> FaultOptions =>
        [.. Enum.GetValues<SandboxFault>().Select(kind => (kind, L[$"Fault.{kind}"].Value))];

    private static VendorAttempt Ended(int code) => new() { Order = 1, Passed = code == Passed, Code = $"{code}", Message = "" };

    protected override async Task OnInitializedAsync() => actor = await ActorAsync();

    private async Task AttemptAsync()
    {
        busy = true;
        var attempt = new DemoAttempt(code, HasScore ? (double?)score : null, risk == 0 ? null : $"{risk}");
        Say(await Levers.AttemptAsync(actor, SessionId, attempt, comesBack, CancellationToken.None), "Levers.Attempted");
        busy = false;
    }

    private void Advance() => Say(Levers.Advance(actor, TimeSpan.FromMinutes(minutes)), "Levers.Advanced");

    private async Task BreakAsync() => Say(
        await Levers.BreakAsync(actor, Paths[path], fault.ToString().ToLowerInvariant(), count, CancellationToken.None), "Levers.Broken");

    private void Say(Result<bool> done, string words)
    {
        Errors = done.Errors;
        said = done.Ok ? L[words].Value : null;
    }
}
