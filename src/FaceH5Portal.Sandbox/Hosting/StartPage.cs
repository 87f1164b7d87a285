using System.Net;
using FaceH5Portal.Sandbox.Plans;

namespace FaceH5Portal.Sandbox.Hosting;

/// <summary>What there is to try, on one page.</summary>
internal sealed class StartPage
{
    private readonly string _html = EmbeddedAsset.Text("start.html").Replace(
        "<!--plans-->", string.Concat(SandboxPlan.All.Select(Row)), StringComparison.Ordinal);

    public IResult Show() => Results.Content(_html, "text/html; charset=utf-8");

    private static string Row(SandboxPlan plan) =>
        $"<tr><td><code>{plan.Id}</code></td><td>{WebUtility.HtmlEncode(plan.Title)}</td>"
        + $"<td>{(plan.UrlDiesOnFailure ? "失效 dies" : "不失效 stays")}</td></tr>\n";
}
