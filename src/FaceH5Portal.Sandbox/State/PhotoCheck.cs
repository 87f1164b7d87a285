namespace FaceH5Portal.Sandbox.State;

/// <summary>One photo check as its vendor has it on its books.</summary>
/// <param name="Vendor">juhe, tencent, tencentV2 or linkface.</param>
/// <param name="Time">When it was carried out.</param>
/// <param name="RequestId">The vendor's id of it.</param>
/// <param name="Answer">"success", or the code that was answered.</param>
/// <param name="Charged">Whether it is on the bill.</param>
/// <param name="Reference">What the caller called it, where it had a place to say so.</param>
/// <param name="ImageId">Under which the vendor keeps the photo.</param>
/// <param name="OneShot">The signature that is used up by it.</param>
internal sealed record PhotoCheck(
    string Vendor, DateTimeOffset Time, string RequestId, string Answer, bool Charged, string? Reference = null, string? ImageId = null, string? OneShot = null);
