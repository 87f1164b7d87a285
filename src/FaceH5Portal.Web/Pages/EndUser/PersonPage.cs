using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Resources;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>What a slice of a page for the person of a link is made of.</summary>
public interface IPartOfPage
{
    PersonPage Page { get; }
}

/// <summary>The page that a request of the person gets: whose request it is, and in which words it is answered.</summary>
public sealed class PersonPage(HttpContext http) : IPartOfPage
{
    public PersonPage Page => this;

    public HttpContext Http => http;

    public IStringLocalizer<Texts> Texts { get; } = http.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();

    /// <summary>What each of its forms carries to show that it comes from here; there once the page is being shown.</summary>
    public string Proof { get; private set; } = "";

    public string? Stamp => VisitCookie.StampOf(http);

    public bool IsLarge => TextSize.IsLarge(http);

    public static ValueTask<PersonPage?> BindAsync(HttpContext context) => ValueTask.FromResult<PersonPage?>(new PersonPage(context));

    public string AddressOf(string asset) => http.RequestServices.GetRequiredService<PageAssets>().AddressOf(asset);

    /// <summary>Before the first byte, because it may need a cookie.</summary>
    public void Prove() => Proof = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!;
}
