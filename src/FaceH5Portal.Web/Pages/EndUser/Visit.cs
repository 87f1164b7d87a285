using System.Globalization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Web.Display;
using RazorSlices;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>Somebody before a page of their session: how things stand, what they sent, and what was wrong with it.</summary>
public sealed record Visit(PersonPage Page, EndUserView View) : IPartOfPage
{
    public IFormCollection? Form { get; init; }

    public IReadOnlyList<PortalError> Errors { get; init; } = [];

    /// <summary>Null where the form had no such field, or was not sent yet.</summary>
    public string? Typed(string field) => Form is { } form && form.TryGetValue(field, out var text) ? text.ToString() : null;

    public bool IsWrong(string field) => Errors.Any(error => error.Field == field);

    public FieldModel Field(string name, string label, string testId) =>
        new(name, label, testId) { Value = Typed(name), Wrong = IsWrong(name) };

    public string WordsOf(PortalError error) => FailureDisplay.OfLaunch(error, CultureInfo.CurrentUICulture) ?? new ErrorText(Page.Texts).Of(error);

    /// <summary>As a step of the journey.</summary>
    public PersonAnswer Show(RazorSlice step) => new(Page, Page.Texts["EndUser.Title"], step);
}
