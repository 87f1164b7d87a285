namespace FaceH5Portal.Core.Subjects;

/// <summary>Finds a person's name or number in words that would outlive their data.</summary>
public sealed class PersonalWords(SubjectVault vault, KeyWrapping keys)
{
    internal bool Name(Subject subject, string words) =>
        keys.Opens(subject) && vault.IdentityOf(subject) is { } identity
        && (words.Contains(identity.Number, StringComparison.OrdinalIgnoreCase)
            || (identity.Name.Length > 1 && words.Contains(identity.Name, StringComparison.OrdinalIgnoreCase)));
}
