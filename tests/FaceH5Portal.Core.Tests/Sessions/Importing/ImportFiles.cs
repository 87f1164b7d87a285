using System.Text;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Tests.Sessions.Importing;

/// <summary>Files as offices write them; nobody in them exists.</summary>
internal static class ImportFiles
{
    public static ImportWords Words { get; } = new(
        [("姓名", ImportColumn.Name), ("name", ImportColumn.Name), ("证件号码", ImportColumn.Number), ("number", ImportColumn.Number),
         ("证件类型", ImportColumn.Type), ("type", ImportColumn.Type), ("业务编号", ImportColumn.Reference), ("reference", ImportColumn.Reference)],
        [("护照", CertificateType.OverseasChinesePassport), ("3", CertificateType.OverseasChinesePassport)]);

    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static ImportTable Read(string text) => ImportReader.Read(Utf8(text), Words).Value;
}
