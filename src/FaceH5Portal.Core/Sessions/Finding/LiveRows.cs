namespace FaceH5Portal.Core.Sessions.Finding;

/// <summary>A page of the list that follows changes without asking again.</summary>
public static class LiveRows
{
    /// <summary>The rows after the changes; null where nothing that is shown differs.</summary>
    public static IReadOnlyList<FoundSession>? After(
        FoundSessions page, SessionFilter filter, IReadOnlyList<FoundSession> changes)
    {
        var rows = page.Items.ToList();
        var touched = false;
        foreach (var change in changes)
            touched |= Apply(rows, change, page, filter);
        return touched ? rows : null;
    }

    private static bool Apply(List<FoundSession> rows, FoundSession change, FoundSessions page, SessionFilter filter)
    {
        var old = rows.FindIndex(row => row.Session.Id == change.Session.Id);
        if (old >= 0 && rows[old].Session.Version > change.Session.Version)
            return false;
        // Who is looked for cannot be seen from a change: those that were found stay.
        if (old >= 0 && (filter.Person is not null || filter.LogId is not null))
        {
            rows[old] = change;
            return true;
        }
        if (old >= 0)
            rows.RemoveAt(old);
        if (!filter.Matches(change) || !Belongs(rows, change, page, filter))
            return old >= 0;
        var order = SessionOrder.Of(filter);
        var place = rows.FindIndex(row => order.Compare(change.Mark, row.Mark) < 0);
        rows.Insert(place < 0 ? rows.Count : place, change);
        if (rows.Count > filter.Limit)
            rows.RemoveAt(filter.Limit);
        return true;
    }

    /// <summary>Neither before the page, where there is one, nor behind it.</summary>
    private static bool Belongs(List<FoundSession> rows, FoundSession change, FoundSessions page, SessionFilter filter)
    {
        var order = SessionOrder.Of(filter);
        return (page.Previous is not { } first || order.Compare(change.Mark, first) >= 0)
            && (page.Next is not { } last || order.Compare(change.Mark, last) <= 0)
            && (rows.Count < filter.Limit || order.Compare(change.Mark, rows[^1].Mark) < 0);
    }
}
