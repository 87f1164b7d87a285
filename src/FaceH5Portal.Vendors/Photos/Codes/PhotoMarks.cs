namespace FaceH5Portal.Vendors.Photos.Codes;

/// <summary>Where on a vendor's scale another person ends and the same one begins.</summary>
/// <param name="Scale">What the vendor calls identical.</param>
/// <param name="UncertainFrom">From here on the vendor cannot tell.</param>
/// <param name="MatchFrom">From here on it is the same person.</param>
/// <param name="Above">Whether the mark itself is still another person.</param>
internal sealed record PhotoMarks(int Scale, double UncertainFrom, double MatchFrom, bool Above = false)
{
    public PhotoOutcome Grade(double score)
    {
        if (Above ? score > MatchFrom : score >= MatchFrom)
            return PhotoOutcome.Match;
        return score >= UncertainFrom && UncertainFrom < MatchFrom ? PhotoOutcome.Uncertain : PhotoOutcome.NoMatch;
    }
}
