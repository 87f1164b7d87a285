using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
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

    [Inject]
    private PlanService Plans { get; set; } = null!;

    [Inject]
    private SessionService Sessions { get; set; } = null!;

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
        if (chosen.File.Size > PhotoRules.MostBytes)
        {
            Errors = [new PortalError("photo-too-big", "Photo")];
            return;
        }
        try
        {
            using var memory = new MemoryStream();
            await using var stream = chosen.File.OpenReadStream(PhotoRules.MostBytes);
            await stream.CopyToAsync(memory);
            (photo, photoName) = (memory.ToArray(), chosen.File.Name);
            Errors = PhotoRules.Check(photo).Errors;
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

    private async Task CreateAsync()
    {
        // A double click reaches the server twice before the button greys out.
        if (busy)
            return;
        busy = true;
        CreatedSession? created;
        try
        {
            created = Take(await Sessions.CreateAsync(await ActorAsync(), Typed(), CancellationToken.None));
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
