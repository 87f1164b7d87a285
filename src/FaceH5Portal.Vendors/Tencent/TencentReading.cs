using System.Text.Json;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Photos.Codes;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Tencent;

/// <summary>
/// Reads <c>ImageRecognitionV2</c>. A failed check comes as a success whose <c>Result</c> is a code, a refused call as an <c>Error</c> with a code, and the
/// codes are the same family: one table speaks for both.
/// </summary>
internal static class TencentReading
{
    public static PhotoCheckResult? Read(JsonElement root)
    {
        if (root.Object("Response") is not { } response)
            return null;
        var error = response.Object("Error");
        if ((error?.Text("Code") ?? response.Text("Result")) is not { } code)
            return null;
        return PhotoAnswer.Of(PhotoVendor.TencentV2, code) with
        {
            Message = error?.Text("Message") ?? response.Text("Description") ?? "",
            Score = error is null ? Similarity(response) : null,
            Threshold = TencentLimits.Threshold,
            RequestId = response.Text("RequestId"),
        };
    }

    /// <summary>Nothing was compared where it says 0.</summary>
    private static double? Similarity(JsonElement response) => response.Number("Sim") is { } similarity and > 0 ? similarity : null;
}
