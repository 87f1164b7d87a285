using System.Text.Json;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Photos.Codes;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Linkface;

/// <summary>Reads <c>/v2/identity/selfie_idnumber_verification</c> (3.返回参数 and 4.业务响应码). Success is the text <c>0000</c>; what follows are gates, each read only where the one before let through.</summary>
internal static class LinkfaceReading
{
    private const string Success = "0000";

    private static readonly PhotoMarks Marks = new(100, LinkfaceLimits.UncertainFrom, LinkfaceLimits.SameFrom);

    public static PhotoCheckResult? Read(JsonElement root)
    {
        if (root.Text("code") is not { } code)
            return null;
        var result = code == Success ? root.Object("data") is { } data ? Verdict(data) : null : PhotoAnswer.Of(PhotoVendor.Linkface, code);
        return result is null ? null : result with
        {
            Charged = Charge(root) ?? result.Charged,
            Message = root.Text("reason") ?? root.Text("msg") ?? "",
            RequestId = root.Text("request_id"),
        };
    }

    private static PhotoCheckResult? Verdict(JsonElement data)
    {
        var result = (data.Whole("check_result"), data.Whole("id_name_result"), data.Whole("photo_result")) switch
        {
            (2, _, _) => PhotoAnswer.Of(PhotoVendor.Linkface, "check_result=2"),
            (_, (2 or 3) and { } identity, _) => PhotoAnswer.Of(PhotoVendor.Linkface, $"id_name_result={identity}"),
            (_, _, (2 or 3) and { } photo) => PhotoAnswer.Of(PhotoVendor.Linkface, $"photo_result={photo}"),
            (_, _, 1) => PhotoAnswer.Of(PhotoVendor.Linkface, "photo_result=1").Graded(data.Number("certificate_score"), Marks),
            _ => null,
        };
        return result is null ? null : result with { ImageId = data.Text("selfie_image_id") };
    }

    /// <summary>What the answer says of the charge stands above what its code lets one expect.</summary>
    private static VendorCharged? Charge(JsonElement root) => root.Whole("charge") switch
    {
        1 => VendorCharged.Yes,
        2 => VendorCharged.No,
        _ => null,
    };
}
