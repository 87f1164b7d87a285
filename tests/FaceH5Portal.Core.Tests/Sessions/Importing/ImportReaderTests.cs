using System.Text;
using FaceH5Portal.Core.Sessions.Importing;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Tests.Sessions.Importing;

public sealed class ImportReaderTests
{
    private const string Table = "姓名,证件号码,业务编号\r\n测试甲,110101199003070011,A-1\r\n测试乙,110101199003070038,A-2\r\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Table) },
        { "UTF-8 with its mark", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Table)] },
        { "GB18030", ImportFiles.Gb18030.GetBytes(Table) },
        { "UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Table)] },
        { "UTF-16 the other way round", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Table)] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_file_is_read_in_whichever_encoding_it_was_saved(string encoding, byte[] file)
    {
        var read = ImportReader.Read(file, ImportFiles.Words);
        Assert.True(read.Ok, encoding);
        Assert.Equal([(2, "测试甲", "A-1"), (3, "测试乙", "A-2")], read.Value.Rows.Select(row => (row.Line, row.Name, row.Reference)));
        Assert.All(read.Value.Rows, row => Assert.Null(row.Fault));
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public void Another_delimiter_is_seen_by_the_first_line(string delimiter) =>
        Assert.Equal("测试甲", ImportFiles.Read(Table.Replace(",", delimiter, StringComparison.Ordinal)).Rows[0].Name);

    [Fact]
    public void Columns_stand_in_any_order_and_one_that_means_nothing_is_named()
    {
        var table = ImportFiles.Read("备注,REFERENCE, Name ,type,number,\nx,A-1,测试甲,护照,E12345678,\n");
        Assert.Equal(["备注"], table.Unused);
        Assert.Equal(("测试甲", "E12345678", CertificateType.OverseasChinesePassport, "A-1"),
            (table.Rows[0].Name, table.Rows[0].Number, table.Rows[0].Type, table.Rows[0].Reference));
    }

    [Theory]
    [InlineData("'110101199003070011")]
    [InlineData("\"=\"\"110101199003070011\"\"\"")]
    [InlineData(" 110101199003070011 ")]
    public void What_keeps_a_spreadsheet_from_rounding_a_number_is_not_part_of_it(string cell) =>
        Assert.Equal("110101199003070011", ImportFiles.Read($"name,number\n测试甲,{cell}\n").Rows[0].Number);

    [Theory]
    [InlineData("测试甲,1.10101E+17,,A-1", "import-row-rounded")]
    [InlineData("测试甲,110101199003070011,驾驶证,A-1", "import-row-type")]
    [InlineData("测试甲,110101199003070011,A-1", "import-row-cells")]
    [InlineData("测试甲,110101199003070011,,A-1,more", "import-row-cells")]
    [InlineData("测试\uFFFD,110101199003070011,,A-1", "import-row-encoding")]
    [InlineData("测试\"甲,110101199003070011,,A-1", "import-row-broken")]
    public void A_wrong_line_says_what_is_wrong_and_its_neighbours_are_read(string line, string code)
    {
        var rows = ImportFiles.Read($"name,number,type,reference\n测试乙,110101199003070038,,A-0\n{line}\n测试丙,110101199003070054,,A-2\n").Rows;
        Assert.Equal([null, code, null], rows.Select(row => row.Fault?.Code));
        Assert.Equal([2, 3, 4], rows.Select(row => row.Line));
    }

    [Fact]
    public void Lines_that_hide_behind_an_open_quotation_mark_are_told()
    {
        var rows = ImportFiles.Read("name,number,notes\n测试甲,110101199003070011,ok\n测试乙,110101199003070038,\"open\n测试丙,110101199003070054,ok\n").Rows;
        Assert.Equal(2, rows.Count);
        Assert.Equal((3, "import-row-broken", 3, 4), (rows[1].Line, rows[1].Fault!.Code, rows[1].Fault!.Args[0], rows[1].Fault!.Args[1]));
    }

    [Fact]
    public void A_line_in_another_encoding_than_the_rest_is_the_only_one_refused()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes(Table), .. ImportFiles.Gb18030.GetBytes("测试丙,110101199003070054,A-3\r\n")];
        Assert.Equal([null, null, "import-row-encoding"], ImportReader.Read(file, ImportFiles.Words).Value.Rows.Select(row => row.Fault?.Code));
    }

    [Theory]
    [InlineData("", "import-empty")]
    [InlineData("name,number\n", "import-empty")]
    [InlineData("name,number\n,\n\n", "import-empty")]
    [InlineData("foo,bar\n1,2\n", "import-columns")]
    [InlineData("name,姓名\n测试甲,测试乙\n", "import-column-twice")]
    [InlineData("name\0,number\n", "import-encoding")]
    [InlineData("PK\u0003\u0004rest", "import-workbook")]
    public void A_file_that_is_no_such_table_is_refused_with_the_reason(string text, string code) =>
        Assert.Equal(code, Assert.Single(ImportReader.Read(ImportFiles.Utf8(text), ImportFiles.Words).Errors).Code);

    [Fact]
    public void A_file_beyond_the_limit_is_not_even_looked_at() =>
        Assert.Equal("import-too-big", Assert.Single(ImportReader.Read(new byte[ImportReader.MostBytes + 1], ImportFiles.Words).Errors).Code);

    [Fact]
    public void Each_line_behind_the_hundred_thousandth_is_refused()
    {
        var text = new StringBuilder("reference\n");
        for (var line = 0; line < ImportReader.MostRows + 2; line++)
            text.Append("A-").Append(line).Append('\n');
        var rows = ImportFiles.Read(text.ToString()).Rows;
        Assert.Equal(ImportReader.MostRows, rows.Count(row => row.Fault is null));
        Assert.Equal(["import-row-too-many", "import-row-too-many"], rows.Skip(ImportReader.MostRows).Select(row => row.Fault?.Code));
    }

    [Fact]
    public void A_row_in_a_log_line_is_masked() =>
        Assert.Equal("line 2: 测** 110***********0011", ImportFiles.Read(Table).Rows[0].ToString());
}
