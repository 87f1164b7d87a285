namespace FaceH5Portal.Core.Sessions;

/// <summary>When a plan that takes the risk has the vendor asked although nobody came back.</summary>
public static class EarlyProbes
{
    private static readonly TimeSpan[] AfterMint = [TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60)];

    public static TimeSpan First => AfterMint[0];

    /// <summary>The next of them, or null when all are over.</summary>
    public static DateTime? After(VerifyToken token, DateTime nowUtc) => AfterMint
        .Select(wait => (DateTime?)(token.MintedAtUtc + wait)).FirstOrDefault(probe => probe > nowUtc);
}
