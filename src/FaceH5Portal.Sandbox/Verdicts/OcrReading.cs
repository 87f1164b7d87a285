namespace FaceH5Portal.Sandbox.Verdicts;

/// <summary>What is read off every ID card that is held to this sandbox: one made-up person.</summary>
internal sealed record OcrReading(
    string Name, string Number, string Address, string Gender, string Nation, string Birthday,
    string IssueAuthority, string IssueTime, string ExpireTime)
{
    public static readonly OcrReading Synthetic = new(
        "张三", "110101199003070011", "北京市东城区测试街1号", "男", "汉", "19900307", "北京市公安局东城分局", "20200102", "20400102");
}
