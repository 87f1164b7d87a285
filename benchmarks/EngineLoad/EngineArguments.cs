using System.Globalization;

namespace EngineLoad;

/// <summary>What an engine's process is told.</summary>
/// <param name="Vendor">Where the stub listens.</param>
/// <param name="Folder">Where the engine makes its own fresh database.</param>
/// <param name="Sessions">How many are measured.</param>
/// <param name="People">How many people are at it at once.</param>
public sealed record EngineArguments(Uri Vendor, string Folder, int Sessions, int People)
{
    public static EngineArguments Read(string[] args) =>
        new(new Uri(args[0]), args[1], int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture));

    public IReadOnlyList<string> ToArray() =>
        [Vendor.ToString(), Folder, Sessions.ToString(CultureInfo.InvariantCulture), People.ToString(CultureInfo.InvariantCulture)];
}
