using System.Globalization;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Endpoints.Export;

/// <summary>The list as lines of a file: the columns of the screen, for whom may see them.</summary>
internal sealed class SessionTable(IStringLocalizer<Texts> texts, ViewerTime times, Actor actor)
{
    private readonly bool withMoney = actor.May(Permission.SeeMoney);

    public string Head() => CsvText.Line([
        texts["Export.Id"], texts["Session.Created"], texts["Session.Person"], texts["Export.Number"], texts["Session.Reference"],
        texts["Session.Plan"], texts["Session.Status"], texts["Session.Outcome"], texts["Session.Harvest"], texts["List.Review"],
        texts["List.Expiry"], .. withMoney ? new string[] { texts["List.Charged"] } : []]);

    public string Line(FoundSession found)
    {
        var session = found.Session;
        return CsvText.Line([
            session.Id.ToString("D", CultureInfo.InvariantCulture), times.Text(session.CreatedAtUtc), found.Subject?.Name,
            found.Subject?.Number, session.Reference, session.Terms.Name, texts[StatusDisplay.Of(session.Status).TextKey],
            session.Outcome is { } outcome ? OutcomeText.ForOperator(texts, outcome) : null, texts[$"Harvest.{session.Harvest}"],
            texts[$"Review.{session.Review}"], times.Text(session.LinkExpiresUtc),
            .. withMoney ? new string[] { texts[found.IsCharged ? "List.Yes" : "List.No"] } : []]);
    }
}
