using System.Globalization;
using System.Text.Json.Nodes;
using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.Hosting;
using FaceH5Portal.Sandbox.Profile;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Photos.Linkface;

/// <summary><c>/v2/identity/selfie_idnumber_verification</c>.</summary>
internal sealed class SelfieEndpoint(PhotoDirector director, SandboxState state) : IPhotoEndpoint
{
    private const int LargestFile = 2 * 1024 * 1024;
    private const int LongestSide = 4000;
    private const int ShortestSide = 8;
    private const double UsualScore = 87.3;

    private static readonly string[] _fields = ["sequence_id", "id_number", "name"];

    public string Vendor => "linkface";

    public string Path => VendorPath.LinkfaceSelfie;

    public string Route => "/v2/identity/" + Path;

    public PhotoAnswer Answer(PhotoCall call)
    {
        var form = call.Form;
        if (LinkfaceCaller.Fault(form, call.Profile) is { } fault) return Failure(fault.Code, call.Profile, fault.Reason);
        if (!_fields.All(form.IsText)) return Failure(LinkfaceCodes.NotUtf8, call.Profile);
        if (_fields.FirstOrDefault(field => form.Text(field) is null) is { } missing)
            return Failure(LinkfaceCodes.WrongParameter, call.Profile, missing + " is required");
        if (!PhotoPerson.IsNumber(form.Text("id_number")) || !PhotoPerson.IsName(form.Text("name")))
            return Failure(LinkfaceCodes.WrongParameter, call.Profile, "id_number or name is invalid");
        if (PhotoFault(form) is { } code) return Failure(code, call.Profile);
        var told = director.Direct(Vendor, form.Text("id_number")!, form.Text("name")!, LinkfaceCodes.Magic, LinkfaceCodes.Compared, UsualScore);
        return Told(call, told) with { Reference = form.Text("sequence_id") };
    }

    public PhotoAnswer Failure(int code) => Failure(code.ToString("0000", CultureInfo.InvariantCulture), VendorProfile.Default);

    /// <summary>The image id counts before the file and the file before the address, which the sandbox does not fetch.</summary>
    private string? PhotoFault(PhotoForm form)
    {
        if (form.Text("selfie_image_id") is { } id) return state.Photos.Keeps(id) ? null : LinkfaceCodes.NoSuchPhoto;
        if (form.Bytes("selfie_file") is { } file)
        {
            if (file.Length > LargestFile) return LinkfaceCodes.FileTooLarge;
            if (PhotoFile.Read(file) is not { } photo) return LinkfaceCodes.NoPhoto;
            return photo.Format != "TIFF" && (Math.Min(photo.Width, photo.Height) <= ShortestSide || Math.Max(photo.Width, photo.Height) > LongestSide)
                ? LinkfaceCodes.WrongPhoto
                : null;
        }
        if (form.Text("selfie_url") is not { } url) return LinkfaceCodes.WrongParameter;
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? null : LinkfaceCodes.FetchFailed;
    }

    private static PhotoAnswer Told(PhotoCall call, JsonObject told)
    {
        if ((string?)told["code"] is { } code && code != LinkfaceCodes.Success) return Failure(code, call.Profile);
        var data = told["data"]?.DeepClone().AsObject() ?? told;
        var charge = Charge(told, data, call.Profile);
        data.Remove("charge");
        Close(data, call.Profile[PhotoSwitches.LinkfaceGates]);
        var image = call.Form.Text("selfie_image_id") is null ? VendorIds.Hex32() : null;
        if (image is not null) data["selfie_image_id"] = image;
        var id = Id();
        var body = new JsonObject
        {
            ["code"] = LinkfaceCodes.Success,
            ["msg"] = LinkfaceCodes.MessageOf(LinkfaceCodes.Success),
            ["charge"] = charge,
            ["data"] = data,
            ["request_id"] = id,
        };
        return new PhotoAnswer(body, PhotoAnswer.Success, id, charge == 1) { ImageId = image };
    }

    private static int Charge(JsonObject told, JsonObject data, VendorProfile profile) =>
        told["charge"]?.GetValue<int>()
        ?? (data["check_result"]?.GetValue<int>() == 2 ? int.Parse(profile[PhotoSwitches.LinkfaceQuality], CultureInfo.InvariantCulture) : 1);

    /// <summary>What stands behind a gate that was not passed is 0 here, and as the profile has it on the wire.</summary>
    private static void Close(JsonObject data, string shape)
    {
        if (shape == "zero" || data["photo_result"]?.ToJsonString() == "1") return;
        foreach (var name in data.Where(field => field.Value?.ToJsonString() is "0").Select(field => field.Key).ToList())
        {
            if (shape == "null") data[name] = null;
            else data.Remove(name);
        }
    }

    private static PhotoAnswer Failure(string code, VendorProfile profile, string? reason = null)
    {
        var id = Id();
        var body = new JsonObject { ["request_id"] = id, ["code"] = code, ["msg"] = LinkfaceCodes.MessageOf(code) };
        if (profile.Is(PhotoSwitches.LinkfaceReason, "told"))
        {
            if (LinkfaceCodes.HasReason(code)) body["reason"] = reason ?? "see the documentation";
            if (LinkfaceCodes.IsAboutPhoto(code)) body["image"] = "selfie";
        }
        body["charge"] = 2;
        return new PhotoAnswer(body, code, id);
    }

    private static string Id() => "TID" + VendorIds.Hex32();
}
