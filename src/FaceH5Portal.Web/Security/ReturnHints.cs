using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using Microsoft.AspNetCore.WebUtilities;

namespace FaceH5Portal.Web.Security;

/// <summary>
/// The address that leads a person back to the caller, with a hint of how it ended: signed with the caller's own key,
/// so that nobody on the way can change it. A hint all the same: the API has the result.
/// </summary>
public sealed class ReturnHints(ApiKeys keys, TimeProvider clock)
{
    /// <summary>Null while there is nothing to tell, or nobody to tell it to.</summary>
    public async Task<Uri?> ForAsync(EndUserView view, CancellationToken cancellationToken)
    {
        if (view.ReturnUrl is not { } url || !view.Status.IsFinal())
            return null;
        var (session, status) = (view.SessionId.ToString(), JsonNameOf(view.Status));
        var at = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var query = new Dictionary<string, string?> { ["session"] = session, ["status"] = status, ["at"] = at };
        if (await keys.HashOfAsync(view.CreatedBy, cancellationToken) is { } key)
            query["signature"] = Sign(key, $"{session}.{status}.{at}");
        return new Uri(QueryHelpers.AddQueryString(url, query));
    }

    private static string Sign(byte[] key, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    private static string JsonNameOf(SessionStatus status) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
