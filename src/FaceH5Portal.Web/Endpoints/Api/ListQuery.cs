using System.Globalization;
using System.Text.RegularExpressions;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Reads the filters of a list; what cannot be meant is refused and says what can.</summary>
internal sealed partial class ListQuery
{
    public const int DefaultLimit = 25;
    public const int MostLimit = 100;

    public static IReadOnlyList<(string Name, string Meaning)> Filters { get; } =
    [
        ("status", $"One of {string.Join(", ", ApiJson.Words<SessionStatus>())}."),
        ("reference", "Exactly this reference."),
        ("plan", "A plan's id in this portal, or its plan ID in the vendor's console."),
        ("createdFrom", "Created then or later, as 2026-03-01T08:00:00Z or with an offset."),
        ("createdTo", "Created before then, written in the same way."),
        ("limit", $"Sessions a page, 1 to {MostLimit}; {DefaultLimit} when left out."),
        ("after", "The \"next\" of the page before."),
    ];

    private readonly IQueryCollection query;
    private readonly List<PortalError> errors = [];

    private ListQuery(IQueryCollection query)
    {
        this.query = query;
        var names = Filters.Select(filter => filter.Name).ToList();
        foreach (var (name, values) in query)
            if (!names.Contains(name))
                errors.Add(new PortalError("filter-unknown", name[..Math.Min(name.Length, 64)], string.Join(", ", names)));
            else if (values.Count > 1)
                errors.Add(new PortalError("filter-repeated", name));
    }

    public static Result<SessionFilter> Read(IQueryCollection query, IReadOnlyList<Plan> plans)
    {
        var read = new ListQuery(query);
        var filter = new SessionFilter
        {
            Status = read.Status(),
            Reference = read.Find("reference"),
            PlanIds = read.PlanIds(plans),
            CreatedFromUtc = read.Time("createdFrom"),
            CreatedBeforeUtc = read.Time("createdTo"),
            Mark = read.After(),
            Limit = read.Limit(),
        };
        return read.errors.Count > 0 ? read.errors : filter;
    }

    private string? Find(string name) => query[name] is { Count: > 0 } values ? values[0] : null;

    private SessionStatus? Status()
    {
        if (Find("status") is not { } word)
            return null;
        var status = ApiJson.Find<SessionStatus>(word);
        if (status is null)
            Refuse("status", string.Join(", ", ApiJson.Words<SessionStatus>()));
        return status;
    }

    private List<Guid>? PlanIds(IReadOnlyList<Plan> plans)
    {
        if (Find("plan") is not { } word)
            return null;
        var found = PlanNames.Find(plans, word).Select(plan => plan.Id).ToList();
        if (found.Count == 0)
            Refuse("plan", string.Join(", ", plans.Select(plan => plan.Terms.VendorPlanId).Distinct()));
        return found;
    }

    private DateTime? Time(string name)
    {
        if (Find(name) is not { } word)
            return null;
        if (Instant().IsMatch(word) && DateTimeOffset.TryParse(word, CultureInfo.InvariantCulture, out var time))
            return time.UtcDateTime;
        Refuse(name, "2026-03-01T08:00:00Z, 2026-03-01T16:00:00%2B08:00");
        return null;
    }

    private SessionMark? After()
    {
        if (Find("after") is not { } word)
            return null;
        var mark = ListCursor.Read(word);
        if (mark is null)
            errors.Add(new PortalError("cursor-invalid", "after"));
        return mark;
    }

    private int Limit()
    {
        if (Find("limit") is not { } word)
            return DefaultLimit;
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostLimit)
            return limit;
        Refuse("limit", $"1 – {MostLimit}");
        return DefaultLimit;
    }

    private void Refuse(string name, string allowed) => errors.Add(new PortalError("filter-value", name, allowed));

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Instant();
}
