using System.Text.Json;

namespace EngineLoad;

/// <summary>What came out, written as one line for the process that compares.</summary>
public sealed record EngineFigures(double SessionsPerSecond, double CpuMillisecondsPerSession)
{
    private const string Mark = "figures ";

    public string ToLine() => Mark + JsonSerializer.Serialize(this);

    /// <summary>Null for a line that says something else.</summary>
    public static EngineFigures? Read(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal) ? JsonSerializer.Deserialize<EngineFigures>(line[Mark.Length..]) : null;
}
