namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>A form of the journey, by the name that it carries.</summary>
public sealed record FormModel(Visit Visit, string Form) : IPartOfPage
{
    public PersonPage Page => Visit.Page;
}

/// <summary>A labelled input that keeps what was typed and is marked where it was wrong.</summary>
public sealed record FieldModel(string Name, string Label, string TestId)
{
    public string Type { get; init; } = "text";

    public string? Value { get; init; }

    public string? Help { get; init; }

    public string Autocomplete { get; init; } = "off";

    public bool Wrong { get; init; }

    /// <summary>Without what was typed.</summary>
    public override string ToString() => nameof(FieldModel);
}
