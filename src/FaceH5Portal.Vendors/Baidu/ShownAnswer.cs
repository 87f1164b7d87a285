namespace FaceH5Portal.Vendors.Baidu;

/// <summary>A kept answer of a vendor's, fit to be looked at.</summary>
/// <param name="Call">Which question it answers, as far as its shape tells: <c>getall</c>, <c>detail</c>, <c>media</c>, <c>stat</c>; null where it does not.</param>
/// <param name="Json">The body, indented, with every text and number masked that could tell of the person or lead to them.</param>
/// <param name="OcrCount">How often a certificate was read over all attempts (<c>ocr_count</c>); it informs and does not bill. Null where the answer does not say.</param>
/// <param name="ExtInfo">What went wrong while the video was processed (<c>extInfo</c>); null when nothing did.</param>
public sealed record ShownAnswer(string? Call, string Json, int? OcrCount, string? ExtInfo);
