using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>Keeps the words that somebody agreed to, once for all who read the same.</summary>
internal static class ConsentTexts
{
    /// <summary>Answers what a record names the words by.</summary>
    public static string Keep(PortalWrite write, string version, string language, string text) =>
        write.FindOrAdd(new ConsentText { Sha256 = ConsentText.Hash(text), Version = version, Language = language, Text = text }).Sha256;
}
