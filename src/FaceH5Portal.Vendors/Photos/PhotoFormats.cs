namespace FaceH5Portal.Vendors.Photos;

/// <summary>Kinds of picture file.</summary>
[Flags]
public enum PhotoFormats
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>JPEG.</summary>
    Jpeg = 1,

    /// <summary>PNG.</summary>
    Png = 2,

    /// <summary>BMP.</summary>
    Bmp = 4,

    /// <summary>GIF, a still one.</summary>
    Gif = 8,

    /// <summary>TIFF.</summary>
    Tiff = 16,
}
