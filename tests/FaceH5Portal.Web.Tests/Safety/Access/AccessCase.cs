using FaceH5Portal.Web.Tests.Host;
using Microsoft.AspNetCore.Routing;

namespace FaceH5Portal.Web.Tests.Safety.Access;

/// <summary>One line of the table: how a route is asked, and about what.</summary>
/// <param name="Owner">"own" or "unknown" where the address or the visit names something, else "-".</param>
internal sealed record AccessCase(RouteEndpoint Route, string Method, string Owner)
{
    // Their cookie says whose visit it is; the others need none.
    private static readonly string[] OfAVisit = ["/verify", "/verify/live", "/verify/other-way", "/verify/phone", "/verify/withdraw"];

    public string Pattern => "/" + Route.RoutePattern.RawText!.TrimStart('/');

    public string Key => $"{Method}\t{Pattern}\t{Owner}";

    private bool IsOfAVisit => OfAVisit.Contains(Pattern);

    /// <summary>A page takes GET and its form; what is no page takes what it says.</summary>
    public static IEnumerable<AccessCase> Of(RouteEndpoint route)
    {
        var methods = route.Takes("GET") ? ["GET"] : route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods;
        return methods.SelectMany(method =>
        {
            var only = new AccessCase(route, method, "-");
            string[] owners = route.RoutePattern.Parameters.Count > 0 || only.IsOfAVisit ? ["own", "unknown"] : ["-"];
            return owners.Select(owner => only with { Owner = owner });
        });
    }

    /// <summary>The status of the answer; "denied" for a page that says what its visitor may not.</summary>
    public async Task<string> TryAsync(PortalHost portal, AccessCaller caller)
    {
        var things = Owner == "own" ? await AccessThings.MakeAsync(portal) : AccessThings.Nothing;
        using var visitor = await caller.ComeAsync(portal);
        if (IsOfAVisit && Owner == "own")
            await visitor.OpenAsync(things.Link);
        var path = Route.PathOf(parameter => Owner == "own" ? things.Of(Pattern, parameter) : AccessThings.Unknown(parameter)) + AccessThings.QueryOf(Pattern);
        using var answer = Method == "GET" ? await visitor.ListenAsync(path) : await AccessThings.PostAsync(visitor, Pattern, path);
        return await OutcomeOfAsync(answer);
    }

    private static async Task<string> OutcomeOfAsync(HttpResponseMessage answer)
    {
        var isDenied = answer.Content.Headers.ContentType?.MediaType == "text/html"
            && (await answer.Content.ReadAsStringAsync()).Contains("data-code=\"access-denied\"", StringComparison.Ordinal);
        return isDenied ? "denied" : ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
