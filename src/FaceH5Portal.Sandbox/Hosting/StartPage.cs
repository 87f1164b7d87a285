using System.Net;
using FaceH5Portal.Sandbox.Codes;
using FaceH5Portal.Sandbox.Oauth;
using FaceH5Portal.Sandbox.Photos;
using FaceH5Portal.Sandbox.Plans;

namespace FaceH5Portal.Sandbox.Hosting;

/// <summary>What there is to try, on one page.</summary>
internal sealed class StartPage
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        + "img-src 'self' data:; base-uri 'none'; form-action 'none'";

    private readonly string _html = EmbeddedAsset.Text("start/start.html")
        .Replace("<!--levers-->", EmbeddedAsset.Text("start/start-levers.html"), StringComparison.Ordinal)
        .Replace("<!--reference-->", EmbeddedAsset.Text("start/start-reference.html"), StringComparison.Ordinal)
        .Replace("<!--photos-->", EmbeddedAsset.Text("start/start-photos.html"), StringComparison.Ordinal)
        .Replace("<!--photo-levers-->", EmbeddedAsset.Text("start/start-photo-levers.html"), StringComparison.Ordinal)
        .Replace("<!--photo-vendors-->", string.Concat(PhotoParts.Levers.Select(Vendor)), StringComparison.Ordinal)
        .Replace("<!--photo-answers-->", string.Concat(PhotoParts.Levers.SelectMany(Answers)), StringComparison.Ordinal)
        .Replace("<!--photo-magic-->", string.Concat(PhotoParts.Levers.Select(lever =>
            Rows(lever.Magic, magic => [Text(lever.Title), Code($"测试{magic.Word}"), Text(magic.Meaning)]))), StringComparison.Ordinal)
        .Replace("<!--plans-->", Rows(SandboxPlan.All, plan => [Code(plan.Id), Text(plan.Title), plan.UrlDiesOnFailure ? "失效 dies" : "不失效 stays", plan.Records ? "录制 yes" : "no"]), StringComparison.Ordinal)
        .Replace("<!--apps-->", Rows(SandboxApp.All, app => [Text(app.Purpose), Code(app.ApiKey), Code(app.SecretKey)]), StringComparison.Ordinal)
        .Replace("<!--codes-->", Rows(VerdictCode.All, code => [Code($"{code.Code}"), Text(code.Message), Text(code.English), code.Compared ? "计费 yes" : "no"]), StringComparison.Ordinal);

    public IResult Show(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.Content(_html, "text/html; charset=utf-8");
    }

    private static string Vendor(PhotoLever lever) =>
        $"""<option value="{lever.Vendor}" data-path="{lever.Path}">{Text(lever.Title)}</option>""";

    private static IEnumerable<string> Answers(PhotoLever lever) => lever.Answers.Select(answer =>
        $"""<option value="{Text(answer.Answer.ToJsonString())}" data-vendor="{lever.Vendor}">{Text($"{answer.Word}: {answer.Meaning}")}</option>""");

    private static string Rows<T>(IEnumerable<T> things, Func<T, IEnumerable<string>> cells) =>
        string.Concat(things.Select(thing => $"<tr>{string.Concat(cells(thing).Select(cell => $"<td>{cell}</td>"))}</tr>\n"));

    private static string Code(string text) => $"<code>{Text(text)}</code>";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
