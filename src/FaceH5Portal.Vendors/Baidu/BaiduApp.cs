namespace FaceH5Portal.Vendors.Baidu;

/// <summary>An app of Baidu's console, as its access token shows it.</summary>
/// <param name="CredentialId">Names the app without giving its key away; see <see cref="VerifyTokenGrant.CredentialId"/>.</param>
/// <param name="MayVerify">Whether its permissions hold the H5 solution (<c>brain_solution_faceprint</c>); null where the vendor listed none.</param>
/// <param name="ClockAhead">How far our clock is ahead of the vendor's, negative where it is behind; good to about a second, since the vendor names whole seconds. Null where it named none.</param>
public sealed record BaiduApp(string CredentialId, bool? MayVerify, TimeSpan? ClockAhead);
