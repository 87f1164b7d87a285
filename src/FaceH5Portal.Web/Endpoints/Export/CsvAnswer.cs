using System.Text;

namespace FaceH5Portal.Web.Endpoints.Export;

/// <summary>A file for a spreadsheet, written as it is made.</summary>
internal static class CsvAnswer
{
    public static IResult Stream(string fileName, Func<TextWriter, Task> write) => Results.Stream(async body =>
    {
        // With its mark at the start: without it spreadsheets do not know the encoding.
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16_384, leaveOpen: true);
        await write(writer);
    }, "text/csv; charset=utf-8", fileName);
}
