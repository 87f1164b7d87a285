using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Billing.Disputing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>A session as a program is told of it, and which of its charges are before the vendor.</summary>
internal sealed class ShownSessions(SessionDossiers dossiers, DiscrepancyQueries discrepancies)
{
    public async Task<Result<SessionAnswer>> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var dossier = await dossiers.GetAsync(actor, id, cancellationToken);
        if (!dossier.Ok)
            return dossier.Errors.ToList();
        // Who may not see money is told of no charge, so of no dispute either.
        var books = await discrepancies.OfSessionAsync(actor, id, cancellationToken);
        HashSet<Guid> disputed = books.Ok
            ? [.. books.Value.Where(one => one.Dispute is { State: DisputeState.Open }).Select(one => one.Account.VerifyTokenId)] : [];
        return SessionAnswers.Of(actor, dossier.Value, disputed);
    }
}
