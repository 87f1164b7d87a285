using System.Globalization;
using FaceH5Portal.Core.Subjects;
using SkiaSharp;

namespace FaceH5Portal.Web.Tests.Canaries;

/// <summary>Somebody made up, every part of whom exists once: name, number with its check digit, and a photo that nobody else has.</summary>
internal sealed class CanaryPerson(int index)
{
    private const int Side = 96;

    private static readonly DateOnly FirstBorn = new(1960, 1, 1);

    public int Index => index;

    /// <summary>Four letters, so that no encoding of them is too short to be told from chance.</summary>
    public string Name { get; } = new([(char)(0x5F20 + (index % 7)), (char)(0x4E00 + (index % 4000)), (char)(0x6200 + (index / 4000)), (char)(0x7000 + (index * 31 % 997))]);

    public string Number { get; } = Numbered(index);

    /// <summary>What the photo's own notes say; it must not even be stored sealed.</summary>
    public string Marker { get; } = string.Create(CultureInfo.InvariantCulture, $"canary photo {index:D7} taken at home");

    /// <summary>Noise, so that no two photos share a run of bytes; the marker hangs on behind the end.</summary>
    public byte[] Photo()
    {
        var noise = new byte[Side * Side * 4];
        new Random(index).NextBytes(noise);
        using var bitmap = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        System.Runtime.InteropServices.Marshal.Copy(noise, 0, bitmap.GetPixels(), noise.Length);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 60);
        return [.. data.ToArray(), .. System.Text.Encoding.UTF8.GetBytes(Marker)];
    }

    private static string Numbered(int index)
    {
        var born = FirstBorn.AddDays(index % 12_000).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var body = string.Create(CultureInfo.InvariantCulture, $"110101{born}{100 + (index / 12_000):D3}");
        return body + ResidentNumber.CheckCharacter(body);
    }
}
