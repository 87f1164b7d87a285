using System.Globalization;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Admin;

/// <summary>Who did what to what; read, searched, taken away and verified.</summary>
public partial class AuditPage(AuditQueries queries, TimeProvider clock, NavigationManager navigation)
{
    private const int MostFindings = 50;

    private AuditAddress address = new();
    private AuditPart? page;
    private AuditVerdict? verdict;
    private bool verifying;

    /// <summary>Read with all of the address; named here so that the page is told when that changes.</summary>
    [SupplyParameterFromQuery(Name = "before")]
    public string? Before { get; set; }

    private List<(int, string)> Actions => [(-1, L["List.All"]), .. Enum.GetValues<AuditAction>()
        .Select(action => ((int)action, L[$"AuditAction.{action}"].Value)).OrderBy(choice => choice.Item2, StringComparer.CurrentCulture)];

    /// <summary>An audit that jumps under the eye cannot be read; who wants what is new asks again.</summary>
    protected override bool Shows(PortalChange change) => false;

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        address = AuditAddress.Read(new Uri(navigation.Uri).Query);
        page = Take(await queries.PageAsync(
            await ActorAsync(), address.Filter(Times.Zone, clock.GetUtcNow().UtcDateTime), address.Before, AuditAddress.PageSize, cancellationToken));
    }

    private async Task VerifyAsync()
    {
        (verifying, verdict) = (true, null);
        try
        {
            var actor = await ActorAsync();
            // All of it is read: the circuit must stay free meanwhile.
            verdict = Take(await Task.Run(() => queries.VerifyAsync(actor, Closing), Closing));
        }
        finally
        {
            verifying = false;
        }
    }

    private void Go(AuditAddress wanted) => navigation.NavigateTo((wanted with { Before = null }).ToString());

    private static string? Day(DateOnly? day) => day is { } known ? FigureText.Day(known) : null;

    private static DateOnly? Date(ChangeEventArgs change) =>
        DateOnly.TryParseExact(Word(change), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Word(ChangeEventArgs change) => change.Value?.ToString()?.Trim() is { Length: > 0 } word ? word : null;

    /// <summary>Where that can be seen; null for what has no page.</summary>
    private static string? PageOf(AuditEntry entry) => entry.Target.Split('/') switch
    {
        ["session", var id] when Guid.TryParse(id, out var session) => PortalRoutes.Session(session),
        ["photo-check", var id] when Guid.TryParse(id, out var check) => PortalRoutes.PhotoCheck(check),
        _ => null,
    };

    private static string Place(AuditFinding finding) => finding.First == finding.Last
        ? finding.First.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{finding.First}–{finding.Last}");
}
