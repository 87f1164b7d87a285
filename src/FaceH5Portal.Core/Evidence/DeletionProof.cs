using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Evidence;

/// <summary>Writes the proof of a deletion in the transaction that deletes.</summary>
public sealed class DeletionProof(Entropy entropy, TimeProvider clock)
{
    internal void Write(PortalWrite write, DeletionRule rule, IReadOnlyList<EvidenceItem> gone)
    {
        var kinds = gone.GroupBy(item => item.Kind).OrderBy(kind => kind.Key)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Count()}"));
        Write(write, rule, [.. gone.Select(item => item.Sha256)], gone.Select(item => item.SessionId).Distinct().Count(), gone.Sum(item => item.Bytes), string.Join(", ", kinds));
    }

    internal void Write(PortalWrite write, DeletionRule rule, IReadOnlyList<string> gone, int sessions, long bytes, string kinds)
    {
        // Nothing that went needs no proof.
        if (gone.Count > 0)
            write.Set<DeletionRun>().Add(new DeletionRun
            {
                Id = entropy.NewId(clock),
                Rule = rule,
                RanAtUtc = clock.GetUtcNow().UtcDateTime,
                Sessions = sessions,
                Items = gone.Count,
                Bytes = bytes,
                Kinds = kinds,
                Sha256 = HashOf(gone),
            });
    }

    public static string HashOf(IEnumerable<string> gone) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', gone.Order(StringComparer.Ordinal)))));
}
