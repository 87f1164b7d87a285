namespace FaceH5Portal.Vendors.Photos.Codes;

/// <summary>Makes results out of the tables, so that what a code means stands there and nowhere else.</summary>
internal static class PhotoAnswer
{
    /// <param name="vendor">Whose code.</param>
    /// <param name="code">The code as the result shows it.</param>
    /// <param name="row">The row that speaks for it, where that is told by more than the code.</param>
    public static PhotoCheckResult Of(PhotoVendor vendor, string code, string? row = null)
    {
        var entry = PhotoCodes.Of(vendor, row ?? code);
        return new PhotoCheckResult
        {
            Vendor = vendor,
            Outcome = entry.Outcome,
            ErrorKind = entry.ErrorKind,
            Code = code,
            Charged = entry.Charged,
            RetryWith = entry.RetryWith,
        };
    }

    /// <summary>Lets a score decide over a comparison that took place; one that is missing or off its scale decides nothing, and was paid for all the same.</summary>
    /// <param name="compared">The comparison.</param>
    /// <param name="score">What it gave.</param>
    /// <param name="marks">What the score means.</param>
    public static PhotoCheckResult Graded(this PhotoCheckResult compared, double? score, PhotoMarks marks)
    {
        var marked = compared with { Scale = marks.Scale, Threshold = marks.MatchFrom };
        if (score is not { } value || value < 0 || value > marks.Scale)
        {
            var unusable = PhotoCodes.Of(compared.Vendor, OurCodes.ScoreUnusable);
            return marked with { Outcome = unusable.Outcome, ErrorKind = unusable.ErrorKind, Code = OurCodes.ScoreUnusable, RetryWith = unusable.RetryWith };
        }
        var outcome = marks.Grade(value);
        return marked with
        {
            Outcome = outcome,
            Score = value,
            RetryWith = outcome == PhotoOutcome.Uncertain ? VendorRetryWith.NewPhoto : VendorRetryWith.Never,
        };
    }
}
