using System.Globalization;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Photos;

/// <summary>Every row of each vendor's outcome table and every shape its answers take, read through the client: <c>PhotoCorpus/&lt;vendor&gt;.tsv</c>.</summary>
public sealed class OutcomeTableTests
{
    public static TheoryData<PhotoVendor, string> Rows
    {
        get
        {
            var rows = new TheoryData<PhotoVendor, string>();
            foreach (var vendor in Enum.GetValues<PhotoVendor>())
                foreach (string[] row in RowsOf(vendor))
                    rows.Add(vendor, row[0]);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_answer_means_what_its_row_says(PhotoVendor vendor, string name)
    {
        string[] row = RowsOf(vendor).Single(row => row[0] == name);

        var result = await PhotoBench.ReadAsync(vendor, row[7]);

        Assert.Equal(row[1..7], Described(result));
        Assert.Equal(row[7], result.RawBody);
    }

    [Fact]
    public void No_row_stands_twice() => Assert.All(
        Enum.GetValues<PhotoVendor>(), vendor => Assert.Equal(RowsOf(vendor).Count, RowsOf(vendor).Select(row => row[0]).Distinct().Count()));

    [Theory]
    [InlineData(PhotoVendor.Juhe, 59.9, false)]
    [InlineData(PhotoVendor.Juhe, 60, true)]
    public async Task Asked_for_thousandths_the_mark_moves_with_the_scale(PhotoVendor vendor, double ofHundred, bool same)
    {
        var result = await PhotoBench.ReadAsync(
            vendor, string.Create(CultureInfo.InvariantCulture, $$$"""{"error_code":0,"result":{"res":1,"score":"{{{ofHundred * 10}}}"}}"""), ("Juhe:Thousand", "true"));
        Assert.Equal((same ? PhotoOutcome.Match : PhotoOutcome.NoMatch, 1000, 600), (result.Outcome, result.Scale, result.Threshold));
    }

    [Fact]
    public async Task A_band_of_uncertainty_is_a_setting_of_Juhe()
    {
        (string, string?)[] band = [("Juhe:MatchFrom", "70"), ("Juhe:UncertainFrom", "60")];
        Assert.Equal(PhotoOutcome.Uncertain, (await PhotoBench.ReadAsync(PhotoVendor.Juhe, Scored("65"), band)).Outcome);
        Assert.Equal(PhotoOutcome.NoMatch, (await PhotoBench.ReadAsync(PhotoVendor.Juhe, Scored("59"), band)).Outcome);
        Assert.Equal(PhotoOutcome.Match, (await PhotoBench.ReadAsync(PhotoVendor.Juhe, Scored("70"), band)).Outcome);
    }

    private static string Scored(string score) => $$$"""{"error_code":0,"result":{"res":1,"score":"{{{score}}}"}}""";

    private static List<string[]> RowsOf(PhotoVendor vendor) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "PhotoCorpus", $"{vendor}.tsv")).Skip(1).Select(line => line.Split('\t'))];

    private static string[] Described(PhotoCheckResult result) =>
    [
        result.Outcome.ToString(), result.ErrorKind?.ToString() ?? "-", result.Code,
        result.Score?.ToString("R", CultureInfo.InvariantCulture) ?? "-", result.Charged.ToString(), result.RetryWith.ToString(),
    ];
}
