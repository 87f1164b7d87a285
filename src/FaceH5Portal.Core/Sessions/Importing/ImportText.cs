using System.Text;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Sessions.Importing;

/// <summary>Finds out how a file is written: spreadsheets save the same table in whichever way their system prefers.</summary>
internal static class ImportText
{
    public const char Unreadable = '\uFFFD';

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Unreadable.ToString()))!;

    public static Result<string> Decode(byte[] file)
    {
        // The first bytes of a zip archive, which a workbook is.
        if (file.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return new PortalError("import-workbook");
        var text = file switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(file, 2, file.Length - 2),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(file, 2, file.Length - 2),
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(file, 3, file.Length - 3),
            _ => Guess(file),
        };
        return text.Contains('\0') ? new PortalError("import-encoding") : text;
    }

    private static string Guess(byte[] file)
    {
        var utf8 = Encoding.UTF8.GetString(file);
        var bad = utf8.Count(letter => letter == Unreadable);
        // Of Chinese in another encoding next to nothing is good UTF-8 by chance, while of a file that was pieced together most is.
        return bad == 0 || utf8.Count(letter => letter > '\u007F') > 2 * bad ? utf8 : Gb18030.GetString(file);
    }
}
