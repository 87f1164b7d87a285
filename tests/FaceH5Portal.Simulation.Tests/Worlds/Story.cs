using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Simulation.Tests.Worlds;

/// <summary>What happened, in words that are the same in every run of a seed: secrets of the vendor go by a number.</summary>
internal sealed class Story(TimeProvider clock, Action<string>? listener)
{
    private readonly List<string> lines = [];
    private readonly Dictionary<string, string> names = [];

    public IReadOnlyList<string> Lines => lines;

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));

    public void Tell(string line)
    {
        var since = clock.GetUtcNow() - WorldTime.Start;
        var told = string.Create(CultureInfo.InvariantCulture, $"{(int)since.TotalDays}d {since:hh\\:mm\\:ss}  {line}");
        lines.Add(told);
        listener?.Invoke(told);
    }

    public string NameOf(string? verifyToken)
    {
        if (verifyToken is null)
            return "-";
        if (!names.TryGetValue(verifyToken, out var name))
            names[verifyToken] = name = $"t{names.Count + 1}";
        return name;
    }
}
