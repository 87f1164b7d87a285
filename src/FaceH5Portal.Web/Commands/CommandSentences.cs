using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Commands;

/// <summary>What a command says where it does nothing: the reason, and what to do.</summary>
internal static class CommandSentences
{
    private static readonly Dictionary<string, string> Sentences = new()
    {
        ["backup-no-database"] = "There is no database at {0}.",
        ["backup-cannot-write"] = "{0} cannot be written ({1}). Make room there or choose another folder.",
        ["backup-not-one"] = "{0} is no backup: a backup is a folder with portal.db and manifest.json.",
        ["backup-damaged"] = "The backup is damaged: {0} is not what was written. Take an older one.",
        ["backup-newer"] = "The backup is of a newer version of the portal. Restore it with that version.",
        ["backup-forged"] = "The backup's manifest was not written by this portal, or was changed.",
        ["backup-foreign"] = "The backup is of another portal: the master key does not open it, or another portal's database stands in its place.",
        ["backup-master-key-missing"] = "The backup needs version {0} of the master key. Put it back beside the newer ones.",
        [PortalError.StorageUnavailable] = "The database cannot be written.",
        [PortalError.AccessDenied] = "This is not allowed.",
    };

    public static IReadOnlyCollection<string> Codes => Sentences.Keys;

    public static string Of(PortalError error) => Sentences.TryGetValue(error.Code, out var sentence)
        ? string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, error.Args) : $"It was refused: {error.Code}.";
}
