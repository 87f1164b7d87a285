using FaceH5Portal.Sandbox.Faceprint;

namespace FaceH5Portal.Sandbox.Media;

/// <summary>Addresses of video and pictures of the live check: no signature, but gone after a day.</summary>
internal static class MediaFile
{
    private const string Folder = "/v1/faceprint-media/";

    public const string Route = Folder + "{file}";

    public static string Address(string id, FaceprintCall call) => $"{call.BaseUrl}{Folder}{id}";

    public static string ContentTypeOf(string id) => Path.GetExtension(id) switch
    {
        ".webm" => "video/webm",
        ".mp4" => "video/mp4",
        _ => "image/jpeg",
    };
}
