using System.Text.Encodings.Web;
using FaceH5Portal.Web.Pages.EndUser.Slices;
using RazorSlices;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>When a page comes again by itself.</summary>
public readonly record struct Renewal(int Seconds, bool OnlyWithoutScript);

/// <summary>A whole page for the person of a link, with what a handler puts into it.</summary>
public sealed record PersonAnswer(PersonPage Page, string Title, RazorSlice Body) : IResult, IPartOfPage
{
    private const int UsualBytes = 8 * 1024;

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
        // Whole before a byte of it goes out: of a page that breaks half-way nobody gets the half.
        using var whole = new MemoryStream(UsualBytes);
        await document.RenderAsync(whole, httpContext.RequestServices.GetRequiredService<HtmlEncoder>(), httpContext.RequestAborted);
        response.ContentLength = whole.Length;
        await response.Body.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length), httpContext.RequestAborted);
    }
}
