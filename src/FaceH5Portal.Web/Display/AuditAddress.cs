using System.Globalization;
using FaceH5Portal.Core.Auditing;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FaceH5Portal.Web.Display;

/// <summary>A part of the audit as its address has it. Days are the viewer's.</summary>
public sealed record AuditAddress
{
    public const int PageSize = 100;

    /// <summary>Where nothing is said: an audit grows for years, and nobody looks at all of it.</summary>
    public const int UsualDays = 30;

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    public string? Actor { get; init; }

    public AuditAction? Action { get; init; }

    /// <summary>As the entry has it, or the id of a session alone.</summary>
    public string? Target { get; init; }

    public long? Before { get; init; }

    /// <summary>What cannot be meant does not narrow.</summary>
    public static AuditAddress Read(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var read = values.ToDictionary(pair => pair.Key, pair => pair.Value.ToString().Trim());
        string? Text(string name) => read.GetValueOrDefault(name) is { Length: > 0 and <= 128 } text ? text : null;
        return new AuditAddress
        {
            From = ViewerDay.Read(Text("from")),
            Until = ViewerDay.Read(Text("until")),
            Actor = Text("actor"),
            Action = Enum.TryParse<AuditAction>(Text("action"), out var action) && Enum.IsDefined(action) ? action : null,
            Target = Text("target"),
            Before = long.TryParse(Text("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null,
        };
    }

    public static AuditAddress Read(string query) => Read(QueryHelpers.ParseQuery(query));

    public AuditFilter Filter(TimeZoneInfo zone, DateTime nowUtc)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(nowUtc, zone));
        return new AuditFilter
        {
            FromUtc = ViewerDay.Begin(From ?? today.AddDays(-UsualDays), zone),
            BeforeUtc = Until is { } last ? ViewerDay.Begin(last.AddDays(1), zone) : null,
            ActorId = Actor,
            Action = Action,
            Target = Guid.TryParse(Target, out var session) ? $"session/{session}" : Target,
        };
    }

    public override string ToString()
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Pairs())
            if (value is not null)
                query.Add(name, value);
        return PortalRoutes.Audit + query;
    }

    /// <summary>What narrows it, for a form that asks for the same part.</summary>
    public IEnumerable<(string Name, string? Value)> Pairs() =>
    [
        ("from", ViewerDay.Written(From)), ("until", ViewerDay.Written(Until)),
        ("actor", Actor), ("action", Action?.ToString()), ("target", Target), ("before", Before?.ToString(CultureInfo.InvariantCulture)),
    ];
}
