namespace FaceH5Portal.Vendors.Baidu;

/// <summary>
/// Baidu's H5 face verification solution over HTTP (Baidu H5人脸实名认证 接口文档).
/// Every method returns a fault instead of throwing when the vendor fails; only the caller's own cancellation and wrong arguments throw.
/// </summary>
/// <remarks>
/// <para>Access tokens are fetched, cached and renewed inside. Without keys every call ends as <see cref="VendorFaultKind.Refused"/>, code <c>no-credentials</c>.</para>
/// <para>Calls that change something (<see cref="GenerateAsync"/>, <see cref="SubmitIdentityAsync"/>, <see cref="UploadMatchImageAsync"/>) are sent once, and
/// <see cref="VendorFault.MayHaveExecuted"/> says when their end is unknown. Queries are tried a second time when the network or the vendor stumbled.</para>
/// <para>Every call has a deadline (<see cref="BaiduOptions"/>) and every answer a largest size (<see cref="BaiduLimits"/>).</para>
/// <para>When the vendor says an app has asked too often or too much, further calls are answered at once with <see cref="VendorFaultKind.Paused"/> and a
/// <see cref="VendorFault.RetryAfter"/>, and nothing is sent. Counted per app in three lanes: commands; <see cref="GetAllAsync"/>, <see cref="GetDetailAsync"/> and
/// <see cref="GetSimpleAsync"/>, which need the paid V4 services; <see cref="GetStatAsync"/> and <see cref="GetMediaAsync"/>, which do not.
/// 4 (cluster), 18 (rate), HTTP 429, and whatever carries a Retry-After (HTTP 503) hold every lane for 1 s, doubling up to 60 s until a call of the lane gets through again.
/// An 18 with a log id on a lane that needs V4 means "not activated" and holds that lane only.
/// 17 (the day's quota, until midnight in Beijing) and 19 (the whole quota, 1 h) hold the lane that met them, for quotas are per API.
/// A Retry-After of the vendor takes the place of these lengths, up to 1 h. Access-token calls are no lane of their own; downloads are never held.</para>
/// <para>A verify_token is bound to the app that minted it: asked for with another app's keys it looks expired (283437).</para>
/// </remarks>
public interface IBaiduFaceClient
{
    /// <summary>
    /// The app whose keys are in force (see <see cref="VerifyTokenGrant.CredentialId"/>); null without keys. To any other
    /// app than the one that minted it, the vendor calls a verify_token invalid (H5人脸实名认证 接口文档, 常见问题 1).
    /// </summary>
    string? CredentialId { get; }

    /// <summary>Mints a verify_token, good for one launch of the capture page within 2 hours (一、1.获取verify_token接口).</summary>
    /// <param name="planId">The plan's id in Baidu's console (方案ID, not the project's id), e.g. <c>1001</c>.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The token. Faults: 283435 no such plan, 283400 the plan belongs to another app, 283421 no such app, 283436 try again, 6/17/18/19 the account lacks permission or quota.</returns>
    Task<VendorAnswer<VerifyTokenGrant>> GenerateAsync(string planId, CancellationToken ct);

    /// <summary>Tells Baidu whom to expect, before the capture, in plans with 指定用户 (一、2.指定用户信息上报接口).</summary>
    /// <param name="verifyToken">The token this is for, not yet used.</param>
    /// <param name="identity">Name and number to be checked against the official source.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>An acknowledgement. Faults: 283437 the token is dead, 222038 the certificate type or number has a wrong format.</returns>
    Task<VendorAnswer<Acknowledged>> SubmitIdentityAsync(string verifyToken, SubmittedIdentity identity, CancellationToken ct);

    /// <summary>Gives Baidu the portrait to compare with, before the capture, in plans with 自建库 (一、3.对比图片上传接口).</summary>
    /// <param name="verifyToken">The token this is for, not yet used.</param>
    /// <param name="image">The portrait and how strictly Baidu shall judge it.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>An acknowledgement. Faults: 283437 the token is dead, and the image rejections (<see cref="BaiduCodeFamily.ImageRejected"/>, <see cref="BaiduCodeFamily.FaceQuality"/>).</returns>
    Task<VendorAnswer<Acknowledged>> UploadMatchImageAsync(string verifyToken, MatchImage image, CancellationToken ct);

    /// <summary>Every attempt made with the token and what each cost (二、5.核验及计费信息获取). This is the bill.</summary>
    /// <param name="verifyToken">A token the person has acted on: <b>asking before that makes the token ineffective</b> (二、验证后查询接口).</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The record, kept by Baidu for 3 days. Faults: 283450 not started, 283451 in progress, 283437 dead or of another app, 283455 outside the query window, 18 the paid service behind it is not activated.</returns>
    Task<VendorAnswer<VerificationRecord>> GetAllAsync(string verifyToken, CancellationToken ct);

    /// <summary>The verdict with its scores, the confirmed and the read identity (二、2.查询认证结果接口).</summary>
    /// <param name="verifyToken">A token the person has acted on; see <see cref="GetAllAsync"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The detail. A person who failed is a success here with <see cref="VerificationDetail.Passed"/> false; only a request that failed is a fault, as in <see cref="GetAllAsync"/>.</returns>
    Task<VendorAnswer<VerificationDetail>> GetDetailAsync(string verifyToken, CancellationToken ct);

    /// <summary>Where the captured face can be downloaded (二、1.获取认证人脸接口).</summary>
    /// <param name="verifyToken">A token the person has acted on; see <see cref="GetAllAsync"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The address. Faults as in <see cref="GetAllAsync"/>; a person who failed is a fault with the verdict's code, for there is no such image.</returns>
    Task<VendorAnswer<CapturedFace>> GetSimpleAsync(string verifyToken, CancellationToken ct);

    /// <summary>How often each service behind the flow answered what (二、3.查询统计结果).</summary>
    /// <param name="verifyToken">A token the person has acted on; see <see cref="GetAllAsync"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The counts, kept by Baidu for 3 days. Faults as in <see cref="GetAllAsync"/>, but without a paid service behind it.</returns>
    Task<VendorAnswer<VerificationStatistics>> GetStatAsync(string verifyToken, CancellationToken ct);

    /// <summary>Where the video and the pictures of the last attempt are, in plans that record (二、4.实时方案视频获取).</summary>
    /// <param name="verifyToken">A token the person has acted on; see <see cref="GetAllAsync"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The addresses, to be fetched with <see cref="DownloadAsync"/> within 1 day; none where nothing was recorded. Faults as in <see cref="GetStatAsync"/>.</returns>
    Task<VendorAnswer<CapturedMedia>> GetMediaAsync(string verifyToken, CancellationToken ct);

    /// <summary>Downloads an image or video a result pointed to. Faces are signed for 24 hours, videos live 1 day (二、4.实时方案视频获取).</summary>
    /// <param name="url">An absolute http(s) address on an allowed host (<see cref="BaiduOptions.MediaHosts"/>); redirects are not followed.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The bytes, at most <see cref="BaiduLimits.MaxMediaBytes"/>. Faults: Refused <c>url-not-allowed</c>, <c>http-302</c> and other redirects, <c>http-403</c> and the like (a link that expired); Unreadable <c>empty</c>, <c>too-large</c>, <c>not-media</c>.</returns>
    Task<VendorAnswer<MediaFile>> DownloadAsync(string url, CancellationToken ct);

    /// <summary>Where the person's browser is sent (Baidu H5人脸实名认证, 跳转实名认证H5 URL).</summary>
    /// <param name="verifyToken">A fresh token.</param>
    /// <param name="successUrl">Absolute address the browser comes back to after a pass. Baidu appends and signs nothing: coming back proves nothing.</param>
    /// <param name="failedUrl">Absolute address the browser comes back to after a failure.</param>
    /// <returns>The address, which holds the token: never log it.</returns>
    Uri CapturePageUrl(string verifyToken, Uri successUrl, Uri failedUrl);
}
