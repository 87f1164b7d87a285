namespace FaceH5Portal.Vendors.Photos.Codes;

/// <summary>Codes of <c>photo-codes.tsv</c>, for ends that no vendor has a code for.</summary>
internal static class OurCodes
{
    public const string NoCredentials = "no-credentials";
    public const string NoPhoto = "no-photo";
    public const string CircuitOpen = "circuit-open";
    public const string TimedOut = "timed-out";
    public const string Unreachable = "unreachable";
    public const string ConnectionBroke = "connection-broke";
    public const string Unreadable = "unreadable";
    public const string ScoreUnusable = "score-unusable";
}
