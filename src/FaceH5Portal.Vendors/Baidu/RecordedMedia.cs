namespace FaceH5Portal.Vendors.Baidu;

/// <summary>placeholder</summary>
public sealed record RecordedMedia(IReadOnlyList<RecordedVideo> Videos, IReadOnlyList<string> Images, string? ExtInfo)
{
    /// <summary>x</summary>
    public bool IsEmpty => Videos.Count + Images.Count == 0;
}

/// <summary>x</summary>
public sealed record RecordedVideo(string Url);

/// <summary>x</summary>
public sealed record ServiceCounts(int Count);
