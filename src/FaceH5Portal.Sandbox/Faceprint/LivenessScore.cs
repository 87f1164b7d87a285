using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Faceprint;

internal static class LivenessScore
{
    private const double Live = 0.99999183;

    /// <summary>Zero when the liveness check itself is what failed, as it comes before any comparison.</summary>
    public static double Of(Attempt attempt) => attempt.Passed || attempt.Charged() ? Live : 0;
}
