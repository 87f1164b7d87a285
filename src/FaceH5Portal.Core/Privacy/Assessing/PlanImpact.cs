using System.Security.Cryptography;
using System.Text.Json;
using FaceH5Portal.Core.Plans;

namespace FaceH5Portal.Core.Privacy.Assessing;

/// <summary>What of a plan matters to the people it is used on. Another name, price or pass mark asks for no new assessment; another purpose does.</summary>
public static class PlanImpact
{
    public static string HashOf(PlanTerms terms) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object?[]
    {
        terms.Purpose, terms.Source.ToString(), terms.Entry.ToString(), terms.Recording, terms.LongestDays,
        terms.DaysOf(Evidence.EvidenceKind.Face), terms.DaysOf(Evidence.EvidenceKind.Video), terms.DaysOf(Evidence.EvidenceKind.IdFront),
        terms.IdentityDays, terms.ScoreDays, terms.RetentionPurpose,
    })));
}
