using System.Globalization;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Subjects;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FaceH5Portal.Web.Display;

/// <summary>A list as its address has it. Who is looked for stands there as a word that only this visit understands.</summary>
public sealed record ListAddress
{
    public const int PageSize = 25;

    public SessionStatus? Status { get; init; }

    public Guid? Plan { get; init; }

    public HarvestState? Harvest { get; init; }

    public ReviewState? Review { get; init; }

    public bool? Charged { get; init; }

    /// <summary>What is archived is out of the way unless it is asked for.</summary>
    public ArchiveChoice Archive { get; init; }

    /// <summary>First day, in the viewer's zone.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    public string? Reference { get; init; }

    public string? LogId { get; init; }

    public string? Who { get; init; }

    public SessionSort Sort { get; init; }

    public bool Ascending { get; init; }

    public SessionMark? Place { get; init; }

    public bool IsNarrow => this with { Sort = default, Ascending = false, Place = null } != new ListAddress();

    /// <summary>What cannot be meant does not narrow.</summary>
    public static ListAddress Read(string query)
    {
        var read = QueryHelpers.ParseQuery(query);
        var sort = Word<SessionSort>(read, "sort") ?? default;
        return new ListAddress
        {
            Status = Word<SessionStatus>(read, "status"),
            Plan = Guid.TryParse(Text(read, "plan"), out var plan) ? plan : null,
            Harvest = Word<HarvestState>(read, "harvest"),
            Review = Word<ReviewState>(read, "review"),
            Archive = Word<ArchiveChoice>(read, "archive") ?? default,
            Charged = bool.TryParse(Text(read, "charged"), out var charged) ? charged : null,
            From = Day(read, "from"),
            To = Day(read, "to"),
            Reference = Text(read, "reference"),
            LogId = Text(read, "logId"),
            Who = Text(read, "who"),
            Sort = sort,
            Ascending = Text(read, "order") == "asc",
            Place = Text(read, "at") is { } word ? PlaceWord.Read(word, sort) : null,
        };
    }

    /// <summary>The list from its beginning, without who is looked for: what may be kept.</summary>
    public string Kept => (this with { Who = null, Place = null }).Query;

    public string Query
    {
        get
        {
            var query = new QueryBuilder();
            foreach (var (name, value) in Pairs())
                if (!string.IsNullOrEmpty(value))
                    query.Add(name, value);
            return query.ToString();
        }
    }

    public override string ToString() => PortalRoutes.Sessions + Query;

    public SessionFilter Filter(TimeZoneInfo zone, SoughtPerson? person, int limit = PageSize) => new()
    {
        Status = Status,
        PlanIds = Plan is { } plan ? [plan] : null,
        Harvest = Harvest,
        Review = Review,
        IsCharged = Charged,
        IsArchived = Archive switch { ArchiveChoice.Without => false, ArchiveChoice.Only => true, _ => null },
        Reference = Reference,
        LogId = LogId,
        Person = person,
        CreatedFromUtc = From is { } from ? Midnight(from, zone) : null,
        CreatedBeforeUtc = To is { } to && to < DateOnly.MaxValue ? Midnight(to.AddDays(1), zone) : null,
        Sort = Sort,
        Ascending = Ascending,
        Mark = Place,
        Limit = limit,
    };

    private IEnumerable<(string, string?)> Pairs() =>
    [
        ("status", Status?.ToString()), ("plan", Plan?.ToString()), ("harvest", Harvest?.ToString()), ("review", Review?.ToString()),
        ("charged", Charged is { } charged ? charged ? "true" : "false" : null), ("archive", Archive == default ? null : Archive.ToString()), ("from", Written(From)), ("to", Written(To)),
        ("reference", Reference), ("logId", LogId), ("who", Who), ("sort", Sort == default ? null : Sort.ToString()),
        ("order", Ascending ? "asc" : null), ("at", Place is null ? null : PlaceWord.Write(Place, Sort)),
    ];

    // A clock that is put forward at midnight has no such hour; the next one is meant.
    private static DateTime Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }

    private static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(Dictionary<string, StringValues> read, string name) =>
        read.TryGetValue(name, out var values) && values[0] is { Length: > 0 and <= 128 } text ? text : null;

    private static T? Word<T>(Dictionary<string, StringValues> read, string name) where T : struct, Enum =>
        Enum.TryParse<T>(Text(read, name), out var word) && Enum.IsDefined(word) ? word : null;

    private static DateOnly? Day(Dictionary<string, StringValues> read, string name) =>
        DateOnly.TryParseExact(Text(read, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1900
            ? day : null;
}
