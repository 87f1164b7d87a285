namespace FaceH5Portal.Vendors.Baidu;

/// <summary>The vendor said yes and nothing more (Baidu H5人脸实名认证 接口文档, sections 一、2 and 一、3: <c>result</c> is 1 or null and can be ignored).</summary>
public sealed record Acknowledged
{
    /// <summary>The only instance there needs to be.</summary>
    public static Acknowledged Instance { get; } = new();

    private Acknowledged()
    {
    }
}
