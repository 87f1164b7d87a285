using System.Globalization;
using System.Text;
using FaceH5Portal.Core.Data;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace FaceH5Portal.Web.Display;

/// <summary>An address as a picture that a phone reads: one path, so that it stays small, and no style of its own, which the page forbids.</summary>
public static class QrCode
{
    // A page that shows one comes again every few seconds, and to draw it costs more than all the rest of the page.
    private static readonly Memo<Uri, MarkupString> Drawn = new(200, Draw);

    public static MarkupString Of(Uri address) => Drawn.Of(address);

    private static MarkupString Draw(Uri address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            AppendRow(path, rows[y], y);
        return new MarkupString(string.Create(CultureInfo.InvariantCulture,
            $"""<svg viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges" aria-hidden="true"><path fill="#fff" d="M0 0h{rows.Count}v{rows.Count}H0z"/><path fill="#000" d="{path}"/></svg>"""));
    }

    private static void AppendRow(StringBuilder path, System.Collections.BitArray row, int y)
    {
        for (var x = 0; x < row.Count;)
        {
            var begin = x;
            while (x < row.Count && row[x])
                x++;
            if (x > begin)
                path.Append(CultureInfo.InvariantCulture, $"M{begin} {y}h{x - begin}v1h-{x - begin}z");
            else
                x++;
        }
    }
}
