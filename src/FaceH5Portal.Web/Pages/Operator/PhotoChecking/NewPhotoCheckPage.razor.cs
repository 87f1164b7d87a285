using System.Globalization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.PhotoChecks.Choosing;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Operator.PhotoChecking;

/// <summary>A photo, whom it shall show, who compares them, and what the person agreed to.</summary>
public partial class NewPhotoCheckPage(
    PhotoCheckService service, PhotoCheckRules rules, VendorOffers desk, PhotoInstead instead, SessionQueries sessions, IdentityRules identities,
    PhotoNotice notice, NavigationManager navigation)
{
    private readonly CancellationTokenSource closing = new();
    private readonly PhotoCheckForm form = new();
    private IReadOnlyList<VendorOffer>? offers;
    private SessionDetail? session;
    private IReadOnlyList<InsteadCause> causes = [];
    private bool offerOverride;
    private bool busy;

    /// <summary>In whose capture's place the photo stands.</summary>
    [SupplyParameterFromQuery(Name = "session")]
    public Guid? SessionId { get; set; }

    private bool KnowsPerson => session?.MaskedNumber is not null;

    private List<(InsteadCause, string)> CauseOptions => [.. causes.Select(cause => (cause, L[$"InsteadCause.{cause}"].Value))];

    /// <summary>Why no vendor would take the photo; what one of them has against it stands beside that one.</summary>
    private string? PhotoError => Words.For(Errors, "Photo")
        ?? (form.Photo is not null && offers!.All(offer => offer.Faults.Count > 0) ? Words.Of(offers![0].Faults[0]) : null);

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        if (SessionId is { } id && !await PrefillAsync(id))
            return;
        await LookAsync();
    }

    private async Task<bool> PrefillAsync(Guid id)
    {
        var actor = await ActorAsync();
        session = Take(await sessions.GetAsync(actor, id, closing.Token));
        if (session is null)
            return false;
        causes = Take(await instead.CausesAsync(actor, id, closing.Token)) ?? [];
        if (causes.Count == 0)
        {
            Errors = Errors.Count > 0 ? Errors : [new PortalError("instead-refused")];
            return false;
        }
        (form.Purpose, form.Reference, form.Cause) = (session.Terms.Purpose, session.Row.Reference ?? "", causes[0]);
        return true;
    }

    /// <summary>What each vendor would make of it as it stands now. Nobody is asked.</summary>
    private async Task LookAsync()
    {
        var (actor, purpose, photo) = (await ActorAsync(), form.Purpose, form.Photo);
        // Away from the circuit: a photo is made to fit each of them.
        var found = await Task.Run(() => desk.ListAsync(actor, purpose, photo, closing.Token), closing.Token);
        // Another photo may have been chosen since.
        if (photo != form.Photo || purpose != form.Purpose)
            return;
        if (found.Ok)
            offers = found.Value;
        else
            Errors = found.Errors;
    }

    /// <summary>Says at once what is wrong with what is typed; what is not typed yet is no fault yet.</summary>
    private void CheckPerson()
    {
        var found = identities.Check(IdentityRules.Tidy(form.Typed), form.AcceptCheckDigit)
            .Where(error => error.Field == nameof(Identity.Name) ? form.Name.Length > 0 : form.Number.Length > 0).ToList();
        OfferOverride(found);
        Errors = [.. Errors.Where(error => error.Field is not (nameof(Identity.Name) or nameof(Identity.Number))), .. found];
    }

    private async Task TakeAsync((byte[] Photo, string Name) taken)
    {
        (form.Photo, form.PhotoName) = taken;
        Errors = [.. Errors.Where(error => error.Field != "Photo")];
        await LookAsync();
    }

    private Task RefuseAsync(PortalError error)
    {
        (form.Photo, form.PhotoName) = (null, null);
        Errors = [.. Errors.Where(known => known.Field != "Photo"), error];
        return LookAsync();
    }

    private async Task CheckAsync()
    {
        // A double click reaches the server twice before the button greys out; the second would be a second check.
        if (busy)
            return;
        busy = true;
        try
        {
            if (Faults() is { Count: > 0 } faults)
                Errors = faults;
            else if (Take(await service.CheckAsync(await ActorAsync(), Wanted(), CancellationToken.None)) is { } made)
                navigation.NavigateTo(PortalRoutes.PhotoCheck(made.CheckIds[0]));
            OfferOverride(Errors);
        }
        finally
        {
            busy = false;
        }
    }

    private string WordsAgreedTo => notice.Words(form, offers!);

    private NewPhotoCheck Wanted() => form.Wanted(WordsAgreedTo, PhotoNotice.Version, CultureInfo.CurrentUICulture.Name, session?.Row.Id, KnowsPerson);

    /// <summary>Every fault at once, before anybody is asked.</summary>
    private List<PortalError> Faults()
    {
        var isAgreed = form.IsAgreed(WordsAgreedTo);
        var faults = rules.Check(Wanted()).Where(error => isAgreed || error.Field?.StartsWith("Consent", StringComparison.Ordinal) != true).ToList();
        // Nobody chosen would mean the best available to the service.
        if (form.Asked(offers!).Count == 0)
            faults.Add(form.IsBest ? new PortalError("photo-no-vendor", nameof(NewPhotoCheck.Vendors)) : new PortalError("photo-vendor-missing", nameof(NewPhotoCheck.Vendors)));
        if (!isAgreed)
            faults.Add(new PortalError("photo-consent-missing", "Consent"));
        return faults;
    }

    private void OfferOverride(IEnumerable<PortalError> errors) => offerOverride |= errors.Any(error => error.Code == "number-check-digit");
}
