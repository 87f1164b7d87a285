using System.Runtime.InteropServices;

namespace FaceH5Portal.Benchmarks;

internal static class Machine
{
    public static string Description =>
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.RuntimeIdentifier}, {RuntimeInformation.FrameworkDescription}";
}
