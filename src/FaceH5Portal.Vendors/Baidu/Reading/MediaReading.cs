using System.Text.Json;
using FaceH5Portal.Vendors.Reading;

namespace FaceH5Portal.Vendors.Baidu.Reading;

/// <summary>Reads <c>result/media/query</c>. Nothing recorded is an answer too; only a body without a result is none.</summary>
internal static class MediaReading
{
    public static CapturedMedia? Read(BaiduEnvelope envelope)
    {
        if (envelope.Result is not { } result)
            return null;
        var videos = Videos(result, "processVideo", VideoKind.Live).Concat(Videos(result, "video", VideoKind.Recorded));
        return new CapturedMedia(
            [.. videos.DistinctBy(video => video.Url)],
            [.. result.Texts("images").Distinct()],
            result.Text("extInfo"));
    }

    private static IEnumerable<CapturedVideo> Videos(JsonElement result, string name, VideoKind kind) =>
        result.Texts(name).Select(url => new CapturedVideo(url, kind));
}
