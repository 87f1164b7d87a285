using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Baidu;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace FaceH5Portal.Web.Pages.Operator;

public partial class NewSessionPage
{
    private IReadOnlyList<Plan>? plans;
    private Guid planId;
    private string name = "";
    private string number = "";
    private CertificateType type;
    private string reference = "";
    private byte[]? photo;
    private string? photoName;
    private bool offerOverride;
    private bool acceptCheckDigit;
    private bool askPerson;
    private bool busy;
    private IReadOnlyList<DuplicateSession> duplicates = [];
    private bool acceptDuplicates;

    [Inject]
    private PlanService Plans { get; set; } = null!;

    [Inject]
    private SessionService Sessions { get; set; } = null!;

    [Inject]
    private DuplicateSearch Duplicates { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private PortalSettings Settings { get; set; } = null!;

    private PlanTerms Terms => plans!.First(plan => plan.Id == planId).Terms;

    private IReadOnlyList<(Guid, string)> PlanOptions =>
        [.. plans!.Select(plan => (plan.Id, $"{plan.Terms.VendorPlanId} · {plan.Terms.Name}"))];

    private IReadOnlyList<(CertificateType, string)> TypeOptions =>
        [.. Enum.GetValues<CertificateType>().Select(value => (value, L[$"Certificate.{value}"].Value))];

    protected override async Task OnInitializedAsync()
    {
        plans = Take(await Plans.ListAsync(await ActorAsync(), CancellationToken.None));
        planId = plans is { Count: > 0 } ? plans[0].Id : Guid.Empty;
    }

    private async Task TakePhotoAsync(InputFileChangeEventArgs chosen)
    {
        (photo, photoName, Errors) = (null, null, []);
        if (chosen.File.Size > BaiduLimits.MatchPhoto.MaxBytes)
        {
            Errors = [new PortalError("photo-too-big", "Photo")];
            return;
        }
        try
        {
            using var memory = new MemoryStream();
            await using var stream = chosen.File.OpenReadStream(BaiduLimits.MatchPhoto.MaxBytes);
            await stream.CopyToAsync(memory);
            (photo, photoName) = (memory.ToArray(), chosen.File.Name);
            Errors = PhotoPreflight.Check(photo, BaiduLimits.MatchPhoto).Errors;
        }
        catch (Exception exception) when (exception is IOException or JSException)
        {
            // The browser lost the file or the line on the way; choosing it again is all that helps.
            Errors = [new PortalError("photo-missing", "Photo")];
        }
    }

    private NewSession Typed() => new(planId)
    {
        Reference = reference,
        Identity = Terms.NeedsIdentity && !askPerson ? new Identity(name, number, type) : null,
        AcceptCheckDigit = acceptCheckDigit,
        MatchPhoto = askPerson ? null : photo ?? [],
    };

    /// <summary>Stops at the first sight of a session under way that asks for the same, and again where there is another.</summary>
    private async Task<bool> MayGoOnAsync(Actor actor, NewSession typed)
    {
        var found = Take(await Duplicates.FindAsync(actor, typed, CancellationToken.None));
        if (found is null)
            return false;
        var accepted = acceptDuplicates ? duplicates.Select(duplicate => duplicate.Id).ToHashSet() : [];
        (duplicates, acceptDuplicates) = (found, found.All(duplicate => accepted.Contains(duplicate.Id)) && found.Count > 0);
        return found.Count == 0 || acceptDuplicates;
    }

    private async Task CreateAsync()
    {
        // A double click reaches the server twice before the button greys out.
        if (busy)
            return;
        busy = true;
        CreatedSession? created;
        try
        {
            var (actor, typed) = (await ActorAsync(), Typed());
            if (!await MayGoOnAsync(actor, typed))
                return;
            created = Take(await Sessions.CreateAsync(actor, typed, CancellationToken.None));
        }
        finally
        {
            busy = false;
        }
        offerOverride |= Errors.Any(error => error.Code == "number-check-digit");
        if (created is not null)
            Navigation.NavigateTo(PortalRoutes.Session(created.Id));
    }
}
