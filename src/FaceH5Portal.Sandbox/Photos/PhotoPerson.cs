using System.Text.RegularExpressions;

namespace FaceH5Portal.Sandbox.Photos;

/// <summary>Whether a name and an ID number are written as such; check digits are the vendors' secret, and their own examples fail them.</summary>
internal static partial class PhotoPerson
{
    public static bool IsName(string? name) => name is not null && Name().IsMatch(name);

    public static bool IsNumber(string? number) => number is not null && Number().IsMatch(number);

    // Digits and Latin letters belong to magic names.
    [GeneratedRegex(@"^[\p{L}\p{N}·.\-]{1,60}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[0-9]{17}[0-9Xx]$")]
    private static partial Regex Number();
}
