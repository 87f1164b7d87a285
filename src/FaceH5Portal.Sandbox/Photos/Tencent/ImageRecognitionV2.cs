using System.Globalization;
using System.Text.Json.Nodes;
using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.Profile;

namespace FaceH5Portal.Sandbox.Photos.Tencent;

/// <summary>faceid <c>ImageRecognitionV2</c>: a POST to the root, told apart by its headers.</summary>
internal sealed class ImageRecognitionV2(PhotoDirector director) : IPhotoEndpoint
{
    private const int LargestBase64 = 3 * 1024 * 1024;
    private const double UsualSimilarity = 89.88;
    private const string Version = "2018-03-01";
    private const string Business = "FailedOperation.";

    public string Vendor => "tencentV2";

    public string Path => VendorPath.TencentImageRecognition;

    public string Route => "/";

    public PhotoAnswer Answer(PhotoCall call)
    {
        if (call.Header("X-TC-Action") is not { } action) return Told(call, V2Codes.Gateway("MissingParameter"));
        if (action != Path) return Told(call, V2Codes.Gateway("InvalidAction"));
        if (call.Header("X-TC-Version") != Version) return Told(call, V2Codes.Gateway("NoSuchVersion"));
        if (Tc3Signature.Fault(call) is { } fault) return Told(call, V2Codes.Gateway(fault));
        var (number, name, photo) = (call.Form.Text("IdCard"), call.Form.Text("Name"), call.Form.Text("ImageBase64"));
        if (number is null || name is null) return Told(call, V2Codes.Gateway("MissingParameter"));
        return Told(call, Refusal(number, name, photo) is { } code
            ? V2Codes.Business(Business + code)
            : director.Direct(Vendor, number, name, V2Codes.Magic, V2Codes.Compared, UsualSimilarity));
    }

    /// <summary>No code of this vendor is a number.</summary>
    public PhotoAnswer Failure(int code) => Built(V2Codes.Gateway("InternalError"), "InternalError");

    private static string? Refusal(string number, string name, string? photo)
    {
        if (!PhotoPerson.IsNumber(number)) return "IdFormatError";
        if (!PhotoPerson.IsName(name)) return "NameFormatError";
        if (photo is null) return "EmptyImageError";
        if (photo.Length > LargestBase64) return "ImageSizeTooLarge";
        return PhotoFile.Read(PhotoFile.FromBase64(photo)) is { Format: "JPEG" or "PNG" } ? null : "ImageDecodeFailed";
    }

    private static PhotoAnswer Told(PhotoCall call, JsonObject response)
    {
        if (response["Error"] is { } error) return Built(response, (string)error["Code"]!);
        var code = (string?)response["Result"] ?? V2Codes.Success;
        if (code != V2Codes.Success && call.Profile.Is(PhotoSwitches.TencentV2Codes, "error"))
            response = new JsonObject { ["Error"] = new JsonObject { ["Code"] = code, ["Message"] = response["Description"]?.DeepClone() } };
        else if (response["Sim"] is { } similarity && call.Profile.Is(PhotoSwitches.TencentV2Sim, "string"))
            response["Sim"] = similarity.GetValue<double>().ToString("0.00", CultureInfo.InvariantCulture);
        if (call.Form.Text("Extra") is { } extra) response["Extra"] = extra;
        return Built(response, code == V2Codes.Success ? PhotoAnswer.Success : code, V2Codes.IsCharged(code));
    }

    private static PhotoAnswer Built(JsonObject response, string code, bool charged = false)
    {
        var id = Guid.NewGuid().ToString();
        response["RequestId"] = id;
        return new PhotoAnswer(new JsonObject { ["Response"] = response }, code, id, charged);
    }
}
