using System.Globalization;
using System.Text.Json.Nodes;
using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.Profile;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Photos.Tencent;

/// <summary><c>face/idcardcompare</c>, retired and still spoken by clients.</summary>
internal sealed class IdCardCompare(PhotoDirector director, SandboxState state) : IPhotoEndpoint
{
    private const int LargestRequest = 6 * 1024 * 1024;
    private const int WrongTarget = 6;
    private const int TooLarge = 23;
    private const int Undecodable = -4011;
    private const int NoIdentity = -5801;
    private const int NoPhoto = -5805;
    private const double UsualSimilarity = 96.5;

    public string Vendor => "tencent";

    public string Path => VendorPath.TencentIdCardCompare;

    public string Route => "/face/idcardcompare";

    public PhotoAnswer Answer(PhotoCall call)
    {
        var authorization = call.Header("Authorization");
        var (signature, code) = LegacySignature.Read(authorization, call.Now, state.Photos.IsUsedUp);
        if (signature is null) return Failure(code, call.Profile);
        var answer = Answered(call, signature);
        return answer with
        {
            Reference = call.Form.Text("session_id"),
            OneShot = signature.IsOneShot ? authorization!.Trim() : null,
        };
    }

    public PhotoAnswer Failure(int code) => Failure(LegacyCodes.Signed(code), VendorProfile.Default);

    private PhotoAnswer Answered(PhotoCall call, LegacySignature signature)
    {
        if (call.Body.Length > LargestRequest) return Failure(TooLarge, call.Profile);
        if (call.Form.Text("appid") != signature.AppId || (call.Form.Text("bucket") is { } bucket && signature.Bucket is { } signed && bucket != signed))
            return Failure(WrongTarget, call.Profile);
        var (number, name) = (call.Form.Text("idcard_number"), call.Form.Text("idcard_name"));
        if (!PhotoPerson.IsNumber(number) || !PhotoPerson.IsName(name)) return Failure(NoIdentity, call.Profile);
        var fault = PhotoFault(call.Form);
        return fault == 0
            ? Told(call, director.Direct(Vendor, number!, name!, LegacyCodes.Magic, LegacyCodes.Compared, UsualSimilarity))
            : Failure(fault, call.Profile);
    }

    /// <summary>Where both are given the address alone counts. The sandbox fetches nothing, and believes that something is there.</summary>
    private static int PhotoFault(PhotoForm form)
    {
        if (form.Text("url") is { } url)
            return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? 0 : NoPhoto;
        if (form.Bytes("image") is not { } image) return NoPhoto;
        // The document says base64 and official clients send the file itself.
        var file = PhotoFile.Read(image) is null ? PhotoFile.FromBase64(form.Text("image")) : image;
        return PhotoFile.Read(file) is null || PhotoFile.Moves(file!) ? Undecodable : 0;
    }

    private static PhotoAnswer Told(PhotoCall call, JsonObject direction)
    {
        var session = call.Form.Text("session_id") ?? "";
        if (direction["code"]?.GetValue<int>() is { } code and not 0)
        {
            var charged = code == LegacyCodes.Mismatch && call.Profile.Is(PhotoSwitches.TencentMismatch, "charged");
            return Failure(code, call.Profile) with { Charged = charged, RequestId = session };
        }
        var data = direction["data"]?.DeepClone().AsObject() ?? direction;
        data.Remove("code");
        data["session_id"] = session;
        return new PhotoAnswer(new JsonObject { ["data"] = data, ["code"] = 0, ["message"] = "OK" }, PhotoAnswer.Success, session, Charged: true);
    }

    private static PhotoAnswer Failure(int code, VendorProfile profile) =>
        new(new JsonObject { ["code"] = code, ["message"] = LegacyCodes.MessageOf(code) }, code.ToString(CultureInfo.InvariantCulture), "")
        {
            Status = int.Parse(profile[PhotoSwitches.TencentErrorStatus], CultureInfo.InvariantCulture),
        };
}
