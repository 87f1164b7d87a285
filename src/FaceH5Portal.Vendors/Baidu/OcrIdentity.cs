namespace FaceH5Portal.Vendors.Baidu;

/// <summary>
/// What Baidu read off the photographed certificate, <c>idcard_ocr_result</c>, in plans with OCR
/// (Baidu H5人脸实名认证 接口文档, sections 二、2 and 二、5). Every part may be null; dates stay as written (<c>19960216</c>, <c>长期</c>).
/// </summary>
public sealed record OcrIdentity
{
    /// <summary>姓名.</summary>
    public string? Name { get; init; }

    /// <summary>The number: <c>id_card_number</c> in <c>result/detail</c>, <c>idcard_number</c> in <c>result/getall</c>.</summary>
    public string? Number { get; init; }

    /// <summary>性别: 男 or 女.</summary>
    public string? Gender { get; init; }

    /// <summary>民族, e.g. 汉.</summary>
    public string? Nation { get; init; }

    /// <summary>生日, usually yyyyMMdd.</summary>
    public string? Birthday { get; init; }

    /// <summary>地址.</summary>
    public string? Address { get; init; }

    /// <summary>签发机关: who issued the certificate.</summary>
    public string? IssueAuthority { get; init; }

    /// <summary>生效日期: from when it is valid.</summary>
    public string? IssueTime { get; init; }

    /// <summary>失效日期: until when it is valid.</summary>
    public string? ExpireTime { get; init; }

    /// <summary>Leaves the person out, so that logging leaks nothing.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(OcrIdentity);
}
