using System.Security.Cryptography;

namespace FaceH5Portal.Core.Sessions.Importing;

/// <summary>A file under one plan, line by line. Lines are replaced as they come to something; whoever reads meanwhile sees each whole.</summary>
public sealed class ImportBatch(Guid planId, string fileHash, ImportTable table, ImportLine[] lines)
{
    private readonly ImportLine[] lines = lines;

    public Guid PlanId { get; } = planId;

    public string FileHash { get; } = fileHash;

    public ImportTable Table { get; } = table;

    public IReadOnlyList<ImportLine> Lines => lines;

    public static string HashOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    internal void Replace(int place, ImportLine line) => lines[place] = line;
}
