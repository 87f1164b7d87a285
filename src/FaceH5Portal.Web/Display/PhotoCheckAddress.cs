using System.Globalization;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.PhotoChecks.Finding;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Photos;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FaceH5Portal.Web.Display;

/// <summary>A part of the photo checks as its address has it. Who is looked for stands there as a word that only this visit understands; days are the viewer's.</summary>
public sealed record PhotoCheckAddress
{
    public const int PageSize = 25;

    public PhotoVendor? Vendor { get; init; }

    public PhotoCheckState? State { get; init; }

    public Outcome? Outcome { get; init; }

    public string? Reference { get; init; }

    public string? Who { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? Until { get; init; }

    public PhotoCheckPlace? Place { get; init; }

    public bool IsNarrow => this with { Place = null } != new PhotoCheckAddress();

    /// <summary>What cannot be meant does not narrow.</summary>
    public static PhotoCheckAddress Read(string query)
    {
        var read = QueryHelpers.ParseQuery(query);
        return new PhotoCheckAddress
        {
            Vendor = Word<PhotoVendor>(read, "vendor"),
            State = Word<PhotoCheckState>(read, "state"),
            Outcome = Word<Outcome>(read, "outcome"),
            Reference = Text(read, "reference"),
            Who = Text(read, "who"),
            From = ViewerDay.Read(Text(read, "from")),
            Until = ViewerDay.Read(Text(read, "until")),
            Place = PlaceOf(Text(read, "at")),
        };
    }

    public override string ToString()
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Pairs())
            if (value is not null)
                query.Add(name, value);
        return PortalRoutes.PhotoChecks + query;
    }

    public PhotoCheckFilter Filter(TimeZoneInfo zone, SoughtPerson? person) => new()
    {
        Vendor = Vendor,
        State = State,
        Outcome = Outcome,
        Reference = Reference,
        Person = person,
        FromUtc = From is { } first ? ViewerDay.Begin(first, zone) : null,
        BeforeUtc = Until is { } last ? ViewerDay.Begin(last.AddDays(1), zone) : null,
        Limit = PageSize,
        After = Place,
    };

    private IEnumerable<(string Name, string? Value)> Pairs() =>
    [
        ("vendor", Vendor?.ToString()), ("state", State?.ToString()), ("outcome", Outcome?.ToString()), ("reference", Reference), ("who", Who),
        ("from", ViewerDay.Written(From)), ("until", ViewerDay.Written(Until)),
        ("at", Place is { } place ? string.Create(CultureInfo.InvariantCulture, $"{place.CreatedAtUtc.Ticks}.{place.Id:N}") : null),
    ];

    private static PhotoCheckPlace? PlaceOf(string? word) => word?.Split('.') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var known)
            ? new PhotoCheckPlace(new DateTime(at, DateTimeKind.Utc), known) : null;

    private static string? Text(Dictionary<string, StringValues> read, string name) =>
        read.TryGetValue(name, out var values) && values[0]?.Trim() is { Length: > 0 and <= 128 } text ? text : null;

    private static T? Word<T>(Dictionary<string, StringValues> read, string name) where T : struct, Enum =>
        Enum.TryParse<T>(Text(read, name), out var word) && Enum.IsDefined(word) ? word : null;
}
