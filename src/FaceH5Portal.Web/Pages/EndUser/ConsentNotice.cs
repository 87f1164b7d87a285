using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>What the person reads before they agree; the hash proves later which words those were.</summary>
public sealed record ConsentNotice(IReadOnlyList<string> Paragraphs)
{
    /// <summary>Changes with the words.</summary>
    public const string Version = "2026-11";

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Paragraphs))));

    public static ConsentNotice For(IStringLocalizer<Texts> texts, EndUserView view) => new(
    [
        texts["Consent.Purpose", view.Purpose],
        texts["Consent.Sent"],
        texts["Consent.Kept", view.RetentionDays],
        texts["Consent.Rights"],
    ]);
}
