using System.Globalization;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;

namespace FaceH5Portal.Web.Display;

/// <summary>A place in the list as a word of an address: direction, session, and the keys of its order.</summary>
internal static class PlaceWord
{
    public static string Write(SessionMark mark, SessionSort sort)
    {
        var time = sort == SessionSort.Expiry ? mark.LinkExpiresUtc : mark.CreatedAtUtc;
        return string.Create(CultureInfo.InvariantCulture,
            $"{(mark.Backward ? "b" : "f")}.{mark.Id:N}.{time.Ticks:x}.{mark.Status}.{(sort == SessionSort.Plan ? mark.PlanId.ToString("N") : "")}");
    }

    /// <summary>Null for a word that is none of ours.</summary>
    public static SessionMark? Read(string word, SessionSort sort)
    {
        if (word.Split('.') is not [var way, var id, var ticks, var status, var plan]
            || !Guid.TryParse(id, out var session) || !Enum.TryParse<SessionStatus>(status, out var stood)
            || !long.TryParse(ticks, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            || number < 0 || number > DateTime.MaxValue.Ticks)
            return null;
        var planId = Guid.TryParse(plan, out var found) ? found : Guid.Empty;
        var time = new DateTime(number, DateTimeKind.Utc);
        return sort == SessionSort.Plan && planId == Guid.Empty
            ? null : new SessionMark(session, time, time, stood, planId) { Backward = way == "b" };
    }
}
