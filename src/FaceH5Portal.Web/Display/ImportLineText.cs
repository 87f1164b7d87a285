using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.Web.Importing;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Display;

/// <summary>What is the matter with a line of a table, in sentences.</summary>
public sealed class ImportLineText(IStringLocalizer<Texts> texts, ErrorText errors, ViewerTime times)
{
    public string Of(ImportLine line, ImportChoices choices) => line.StateUnder(choices) switch
    {
        ImportLineState.Wrong => string.Join(" ", line.Errors.Where(error => error.Code != ImportLine.CheckDigit || !choices.AcceptCheckDigit).Select(Of)),
        ImportLineState.Duplicate when line.Duplicate is { } duplicate => texts["ImportLine.UnderWay", times.Text(duplicate.CreatedAtUtc)],
        ImportLineState.Duplicate => texts["ImportLine.SameAs", line.SameAsLine!],
        _ => "",
    };

    private string Of(PortalError error) => Enum.TryParse<ImportColumn>(error.Field, out var column)
        ? $"{ImportVocabulary.Head(column)}: {errors.Of(error)}" : errors.Of(error);
}
