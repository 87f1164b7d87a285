using System.Globalization;

namespace FaceH5Portal.Benchmarks.Engine;

/// <summary>How long the engines run; the ratios need more rounds the busier the machine is.</summary>
internal sealed record EngineOptions(int Sessions, int Rounds, int People)
{
    public static EngineOptions Read(IReadOnlyList<string> args)
    {
        var options = new EngineOptions(2_000, 5, 16);
        for (var at = 0; at < args.Count; at += 2)
            options = (args[at], Number(args, at + 1)) switch
            {
                ("--sessions", { } number) => options with { Sessions = number },
                ("--rounds", { } number) => options with { Rounds = number },
                ("--people", { } number) => options with { People = number },
                _ => throw new BenchmarkException("engine takes --sessions N, --rounds N and --people N."),
            };
        return options;
    }

    private static int? Number(IReadOnlyList<string> args, int at) =>
        at < args.Count && int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
