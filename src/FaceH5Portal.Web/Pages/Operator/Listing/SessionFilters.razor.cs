using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator.Listing;

/// <summary>What the list is narrowed by; nothing happens until it is sent.</summary>
public partial class SessionFilters
{
    private string status = "";
    private string plan = "";
    private string harvest = "";
    private string review = "";
    private string charged = "";
    private ArchiveChoice archive;
    private string? reference;
    private string? logId;
    private string? name;
    private string? number;
    private DateOnly? from;
    private DateOnly? to;
    private bool showsMore;

    [Parameter, EditorRequired]
    public required ListAddress Address { get; set; }

    [Parameter, EditorRequired]
    public SoughtPerson? Sought { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Plan> Plans { get; set; }

    [Parameter]
    public bool SeesMoney { get; set; }

    [Parameter]
    public bool SeesPeople { get; set; }

    [Parameter]
    public EventCallback<(ListAddress Address, SoughtPerson? Person)> OnFind { get; set; }

    private bool HasMore => Address.Harvest is not null || Address.Review is not null || Address.Charged is not null
        || Address.Archive != default
        || Address.From is not null || Address.To is not null || Address.LogId is not null;

    private List<(Choice, string)> Statuses => Choices<SessionStatus>(value => L[StatusDisplay.Of(value).TextKey]);

    private List<(Choice, string)> Harvests => Choices<HarvestState>(value => L[$"Harvest.{value}"]);

    private List<(Choice, string)> Reviews => Choices<ReviewState>(value => L[$"Review.{value}"]);

    private List<(Choice, string)> Charges => [All, (new("true"), L["List.Yes"]), (new("false"), L["List.No"])];

    private List<(ArchiveChoice, string)> Archives =>
        [.. Enum.GetValues<ArchiveChoice>().Select(value => (value, L[$"List.Archive.{value}"].Value))];

    private List<(Choice, string)> PlanChoices =>
        [All, .. Plans.Select(one => (new Choice(one.Id.ToString()), $"{one.Terms.Name} ({one.Terms.VendorPlanId})"))];

    private (Choice, string) All => (default, L["List.All"]);

    protected override void OnInitialized()
    {
        (status, harvest, review) = ($"{Address.Status}", $"{Address.Harvest}", $"{Address.Review}");
        (plan, charged) = ($"{Address.Plan}", Address.Charged is { } yes ? yes ? "true" : "false" : "");
        (reference, logId, from, to) = (Address.Reference, Address.LogId, Address.From, Address.To);
        archive = Address.Archive;
        (name, number) = (Sought?.Name, Sought?.Number);
    }

    private static Choice Of(string name) => new(name);

    private static T? Word<T>(string name) where T : struct, Enum => Enum.TryParse<T>(name, out var value) ? value : null;

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private List<(Choice, string)> Choices<T>(Func<T, string> text) where T : struct, Enum =>
        [All, .. Enum.GetValues<T>().Select(value => (new Choice(value.ToString()), text(value)))];

    private Task Find() => OnFind.InvokeAsync((Address with
    {
        Status = Word<SessionStatus>(status),
        Harvest = Word<HarvestState>(harvest),
        Review = Word<ReviewState>(review),
        Plan = Guid.TryParse(plan, out var id) ? id : null,
        Charged = bool.TryParse(charged, out var yes) ? yes : null,
        Archive = archive,
        Reference = Typed(reference),
        LogId = Typed(logId),
        From = from,
        To = to,
    }, SoughtPerson.Of(name, number)));

    /// <summary>What a native select stands at; empty for all.</summary>
    private readonly record struct Choice(string? Name)
    {
        public override string ToString() => Name ?? "";
    }
}
