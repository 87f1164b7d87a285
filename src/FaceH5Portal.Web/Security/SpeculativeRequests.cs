using System.Text.RegularExpressions;

namespace FaceH5Portal.Web.Security;

/// <summary>
/// A browser that fetches ahead and a messenger that previews a link are not the person: their requests reach no page
/// of the end user. A refusal makes a browser drop what it fetched and ask again when the person really comes.
/// </summary>
internal static partial class SpeculativeRequests
{
    private static readonly string[] Headers = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];

    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        if (PageKinds.Of(context) != PageKind.EndUser || !IsSpeculative(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }

    private static bool IsSpeculative(HttpRequest request) =>
        Headers.Any(header => Ahead().IsMatch(request.Headers[header].ToString()))
        || Previewers().IsMatch(request.Headers.UserAgent.ToString());

    [GeneratedRegex("prefetch|prerender|preview", RegexOptions.IgnoreCase)]
    private static partial Regex Ahead();

    // By name: "bot" alone would also refuse the phones of a maker called Cubot.
    [GeneratedRegex("facebookexternalhit|Twitterbot|Slackbot|TelegramBot|Discordbot|LinkedInBot|WhatsApp/|SkypeUriPreview|DingTalkBot|LarkUrl2Meta"
        + "|Googlebot|bingbot|Baiduspider|Bytespider|YandexBot|Applebot|redditbot|Pinterestbot|Embedly|Iframely", RegexOptions.IgnoreCase)]
    private static partial Regex Previewers();
}
