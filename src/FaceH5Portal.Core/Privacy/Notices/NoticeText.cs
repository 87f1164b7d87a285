namespace FaceH5Portal.Core.Privacy.Notices;

/// <summary>A notice as it is typed: a line that begins with "# " is a question, and what follows is its answer.</summary>
public static class NoticeText
{
    public const string Question = "# ";

    /// <param name="text">As it was typed.</param>
    /// <param name="places">What stands in the place of each word between braces.</param>
    public static IReadOnlyList<(string Question, string Answer)> PartsOf(string text, IReadOnlyDictionary<string, string> places)
    {
        var parts = new List<(string Question, string Answer)>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
            if (line.StartsWith(Question, StringComparison.Ordinal))
                parts.Add((Fill(line[Question.Length..], places), ""));
            else if (parts.Count > 0)
                parts[^1] = (parts[^1].Question, $"{parts[^1].Answer} {Fill(line, places)}".Trim());
        return parts;
    }

    // Each part of the text is looked at once: what a purpose says is never taken for a place.
    private static string Fill(string line, IReadOnlyDictionary<string, string> places)
    {
        var pieces = line.Split('{');
        return pieces[0] + string.Concat(pieces.Skip(1).Select(piece =>
            piece.IndexOf('}', StringComparison.Ordinal) is > 0 and var end && places.TryGetValue($"{{{piece[..end]}}}", out var word)
                ? word + piece[(end + 1)..] : "{" + piece));
    }
}
