using System.Globalization;

namespace FaceH5Portal.Kill.Tests.Support;

/// <summary>How many kills: KILLS in the environment, 20 unless told; a fifth each in the first start and in a migration; half as many again while webhooks go out.</summary>
internal static class Kills
{
    private static readonly int All =
        int.TryParse(Environment.GetEnvironmentVariable("KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? Math.Max(kills, 5) : 20;

    public static int InStart => All / 5;

    /// <summary>On top of them, while webhooks go out.</summary>
    public static int WhileTelling => All / 2;

    public static int AtWork => All - 2 * InStart;
}
