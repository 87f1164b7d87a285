using Microsoft.AspNetCore.WebUtilities;

namespace FaceH5Portal.Web.Demo;

/// <summary>What the address of the vendor's page tells whoever plays the person on it.</summary>
internal sealed record DemoLaunch(string VerifyToken, string State)
{
    public static DemoLaunch Of(Uri page)
    {
        var query = QueryHelpers.ParseQuery(page.Query);
        return new DemoLaunch(query["token"].ToString(), query["successUrl"].ToString().Split('/')[^1]);
    }

    /// <summary>Both are secrets, and a record prints itself.</summary>
    public override string ToString() => nameof(DemoLaunch);
}
