using System.Text;

namespace FaceH5Portal.Benchmarks.Lists;

/// <summary>A vendor's bill of March, as it comes.</summary>
internal static class SampleBill
{
    public static byte[] Bytes() => Encoding.UTF8.GetBytes("消费日期,计费项,用量,金额\n" + string.Concat(
        Enumerable.Range(1, 31).Select(day => $"2026-03-{day:00},人脸实名认证,100,80\n2026-03-{day:00},身份证识别,100,5\n")));
}
