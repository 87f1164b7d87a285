using System.Globalization;
using System.Text.Json.Nodes;
using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.Profile;

namespace FaceH5Portal.Sandbox.Photos.Juhe;

/// <summary><c>verifyface/verify</c>, and <c>verifyface/verifyEncry</c> where name, number and photo come encrypted.</summary>
internal sealed class JuheEndpoint(PhotoDirector director, bool encrypted) : IPhotoEndpoint
{
    public const string Key = "sandbox-juhe-key";
    public const string OpenId = "JH0123456789abcdef0123456789abcdef";

    private const int LargestPhoto = 100 * 1024;
    private const double UsualScore = 93.52;

    public string Vendor => "juhe";

    public string Path => encrypted ? VendorPath.JuheVerifyEncrypted : VendorPath.JuheVerify;

    public string Route => "/" + Path;

    public PhotoAnswer Answer(PhotoCall call)
    {
        if (call.Form.Text("key") != Key) return Failure(JuheCodes.WrongKey, call.Profile);
        var (number, name, photo) = (Read(call, "idcard"), Read(call, "realname"), Read(call, "image"));
        if (encrypted && ((string?[])[number, name, photo]).Any(field => field is null)) return Failure(JuheCodes.WrongOpenId, call.Profile);
        if (!PhotoPerson.IsName(name)) return WrongParameter(call, "姓名格式不正确");
        if (!PhotoPerson.IsNumber(number)) return WrongParameter(call, "身份证号码格式不正确");
        if (PhotoFile.FromBase64(photo) is not { Length: > 0 } file) return WrongParameter(call, "图片为空");
        if ((call.Profile.Is(PhotoSwitches.JuheImageLimit, "base64") ? photo!.Length : file.Length) > LargestPhoto) return WrongParameter(call, "图片过大");
        if (PhotoFile.Read(file) is null) return Told(call, JuheCodes.Failed("3004"));
        return Told(call, director.Direct(Vendor, number!, name!, JuheCodes.Magic, JuheCodes.Compared, UsualScore));
    }

    public PhotoAnswer Failure(int code) => Failure(code, VendorProfile.Default);

    private string? Read(PhotoCall call, string field) =>
        encrypted ? JuheCipher.Decrypt(call.Form.Text(field), OpenId) : call.Form.Text(field);

    private static PhotoAnswer WrongParameter(PhotoCall call, string what) => Failure(JuheCodes.WrongParameter, call.Profile, $"参数错误({what})");

    private static PhotoAnswer Told(PhotoCall call, JsonObject result)
    {
        if (result["error_code"]?.GetValue<int>() is { } code) return Failure(code, call.Profile, (string?)result["reason"]);
        var order = "JH264" + call.Now.ToString("yyMMddHHmmss", CultureInfo.InvariantCulture) + Hosting.VendorIds.LogId()[..9];
        if (result["score"] is { } score) result["score"] = Scaled(score, call);
        result["orderid"] = order;
        var body = new JsonObject { ["reason"] = "成功", ["result"] = result, ["error_code"] = 0 };
        return new PhotoAnswer(body, PhotoAnswer.Success, order, Charged: true);
    }

    /// <summary>Scores are scripted of 100, and told of 1000 to whoever asks so.</summary>
    private static JsonNode Scaled(JsonNode score, PhotoCall call)
    {
        if (!double.TryParse(score.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var of100)) return score.DeepClone();
        var told = call.Form.Text("thousand") == "1" ? of100 * 10 : of100;
        return call.Profile.Is(PhotoSwitches.JuheScore, "number") ? told : told.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>System failures carry the older code beside the new one, service failures do not.</summary>
    private static PhotoAnswer Failure(int code, VendorProfile profile, string? reason = null)
    {
        var body = new JsonObject();
        if (JuheCodes.IsSystem(code) || !profile.Is(PhotoSwitches.JuheErrorCode, "error_code"))
            body["resultcode"] = JuheCodes.OldOf(code).ToString(CultureInfo.InvariantCulture);
        body["reason"] = reason ?? JuheCodes.ReasonOf(code);
        body["result"] = null;
        if (!profile.Is(PhotoSwitches.JuheErrorCode, "resultcode")) body["error_code"] = code;
        return new PhotoAnswer(body, code.ToString(CultureInfo.InvariantCulture), "");
    }
}
