namespace FaceH5Portal.Core.Subjects;

/// <summary>Somebody a list is searched for, by exact name, exact number or both. Never printed, and never part of an address.</summary>
public sealed record SoughtPerson(string? Name, string? Number)
{
    /// <summary>Null where nothing was typed.</summary>
    public static SoughtPerson? Of(string? name, string? number) =>
        string.IsNullOrWhiteSpace(name) && string.IsNullOrWhiteSpace(number) ? null : new(Typed(name), Typed(number));

    public override string ToString() => "somebody";

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
