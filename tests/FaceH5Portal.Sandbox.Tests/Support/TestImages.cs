using System.Buffers.Binary;

namespace FaceH5Portal.Sandbox.Tests.Support;

/// <summary>Headers of pictures that were never taken; the sandbox looks at no more.</summary>
internal static class TestImages
{
    public static byte[] Png(int width, int height)
    {
        var image = new byte[33];
        byte[] start = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
        start.CopyTo(image, 0);
        BinaryPrimitives.WriteInt32BigEndian(image.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(image.AsSpan(20), height);
        return image;
    }

    public static byte[] Bmp(int width, int height)
    {
        var image = new byte[54];
        "BM"u8.CopyTo(image);
        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(18), width);
        BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(22), height);
        return image;
    }

    public static byte[] Jpeg(ushort width, ushort height)
    {
        byte[] image =
        [
            0xFF, 0xD8,
            0xFF, 0xE0, 0, 4, 0, 0,
            0xFF, 0xC0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0,
            0xFF, 0xD9,
        ];
        BinaryPrimitives.WriteUInt16BigEndian(image.AsSpan(13), height);
        BinaryPrimitives.WriteUInt16BigEndian(image.AsSpan(15), width);
        return image;
    }
}
