using SkiaSharp;

namespace FaceH5Portal.Core.Privacy.Revealing;

/// <summary>Letters of dots, five wide and seven high: a server without a single font writes the same as any other.</summary>
internal static class DotLetters
{
    public const int Height = 7;

    /// <summary>From one letter's left edge to the next one's, in dots.</summary>
    public const int Advance = 6;

    private const int Columns = 5;

    // Column by column from the left, the lowest bit on top.
    private static readonly Dictionary<char, byte[]> Shapes = new Dictionary<char, string>
    {
        ['0'] = "3E5149453E",
        ['1'] = "00427F4000",
        ['2'] = "4261514946",
        ['3'] = "2141454B31",
        ['4'] = "1814127F10",
        ['5'] = "2745454539",
        ['6'] = "3C4A494930",
        ['7'] = "0171090503",
        ['8'] = "3649494936",
        ['9'] = "064949291E",
        ['A'] = "7E1111117E",
        ['B'] = "7F49494936",
        ['C'] = "3E41414122",
        ['D'] = "7F4141221C",
        ['E'] = "7F49494941",
        ['F'] = "7F09090901",
        ['G'] = "3E4149497A",
        ['H'] = "7F0808087F",
        ['I'] = "00417F4100",
        ['J'] = "2040413F01",
        ['K'] = "7F08142241",
        ['L'] = "7F40404040",
        ['M'] = "7F020C027F",
        ['N'] = "7F0408107F",
        ['O'] = "3E4141413E",
        ['P'] = "7F09090906",
        ['Q'] = "3E4151215E",
        ['R'] = "7F09192946",
        ['S'] = "4649494931",
        ['T'] = "01017F0101",
        ['U'] = "3F4040403F",
        ['V'] = "1F2040201F",
        ['W'] = "3F4038403F",
        ['X'] = "6314081463",
        ['Y'] = "0708700807",
        ['Z'] = "6151494543",
        ['-'] = "0808080808",
        [':'] = "0036360000",
        ['.'] = "0060600000",
        ['/'] = "2010080402",
        ['_'] = "4040404040",
        ['@'] = "324979413E",
        ['+'] = "08083E0808",
        [' '] = "0000000000",
    }.ToDictionary(shape => shape.Key, shape => Convert.FromHexString(shape.Value));

    // A letter it does not know is still seen to be there.
    private static readonly byte[] Unknown = Convert.FromHexString("7F4141417F");

    public static SKPath Draw(string text, float dot)
    {
        using var path = new SKPathBuilder();
        for (var place = 0; place < text.Length; place++)
        {
            var shape = Shapes.GetValueOrDefault(char.ToUpperInvariant(text[place]), Unknown);
            for (var column = 0; column < Columns; column++)
                for (var row = 0; row < Height; row++)
                    if ((shape[column] >> row & 1) == 1)
                        path.AddRect(SKRect.Create((place * Advance + column) * dot, row * dot, dot, dot));
        }
        return path.Detach();
    }
}
