using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Display;

namespace FaceH5Portal.Web.Pages.EndUser.Steps;

/// <summary>Where an act leads.</summary>
internal static class Onward
{
    /// <summary>To how things stand now.</summary>
    public static Result<string> From<T>(Result<T> done) => done.Ok ? PortalRoutes.Verify : done.Errors.ToList();

    /// <summary>To the vendor's page where there is one; back to the step that has to be done again where the vendor refused its fruit.</summary>
    public static Result<string> From(Result<Uri> page) => page switch
    {
        { Ok: true } => page.Value.AbsoluteUri,
        { Errors: [{ Code: "photo-refused" }] } => PortalRoutes.Verify,
        _ => page.Errors.ToList(),
    };
}
