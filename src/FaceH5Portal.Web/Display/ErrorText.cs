using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Display;

/// <summary>An error as a sentence that says what to do.</summary>
public sealed class ErrorText(IStringLocalizer<Texts> texts)
{
    public string Of(PortalError error)
    {
        var text = texts[$"Error.{error.Code}", [.. error.Args.Select(InWords)]];
        return text.ResourceNotFound ? texts["Error.unknown", error.Code] : text;
    }

    /// <summary>Where a part of a page is not shown for want of a permission.</summary>
    public string Lacking(Permission permission) => Of(new PortalError(PortalError.AccessDenied, null, permission));

    private object InWords(object value) => value is Permission permission ? texts[$"Permission.{permission}"].Value : value;

    /// <summary>The sentence of the first error of a field; null when it has none.</summary>
    public string? For(IEnumerable<PortalError> errors, string field) =>
        errors.FirstOrDefault(error => error.Field == field) is { } found ? Of(found) : null;
}
