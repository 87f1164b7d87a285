using System.Text.Encodings.Web;
using FaceH5Portal.Web.Pages.EndUser.Slices;
using RazorSlices;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>When a page comes again by itself.</summary>
public readonly record struct Renewal(int Seconds, bool OnlyWithoutScript);

/// <summary>A whole page for the person of a link, with what a handler puts into it.</summary>
public sealed record PersonAnswer(PersonPage Page, string Title, RazorSlice Body) : IResult, IPartOfPage
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    public Renewal? Renewal { get; init; }

    public static PersonAnswer LinkUnknown(PersonPage page) =>
        new(page, page.Texts["EndUser.LinkUnknown.Title"], Slices.LinkUnknown.Create(page)) { Status = StatusCodes.Status404NotFound };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        Page.Prove();
        var response = httpContext.Response;
        // One that is told already, such as that of a page that broke, stays.
        if (Status != StatusCodes.Status200OK)
            response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        using var document = Document.Create(this);
        await document.RenderAsync(response.BodyWriter, httpContext.RequestServices.GetRequiredService<HtmlEncoder>(), httpContext.RequestAborted);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
