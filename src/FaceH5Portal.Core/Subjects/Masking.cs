namespace FaceH5Portal.Core.Subjects;

/// <summary>What may be shown of a name or number without a reason given.</summary>
public static class Masking
{
    public static string Name(string name)
    {
        var letters = name.EnumerateRunes().ToArray();
        return letters.Length == 0 ? "" : letters[0] + new string('*', Math.Max(1, letters.Length - 1));
    }

    public static string Number(string number) => number.Length < 8
        ? new string('*', number.Length)
        : $"{number[..3]}{new string('*', number.Length - 7)}{number[^4..]}";
}
