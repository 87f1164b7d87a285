namespace FaceH5Portal.Vendors.Watching;

/// <summary>What calls of a stretch of time came to.</summary>
/// <param name="Calls">How many ended.</param>
/// <param name="Failed">How many of them brought no answer that can be used, refusals not counted.</param>
/// <param name="Slow">The time that 95 of 100 calls kept within; zero without a call.</param>
public sealed record VendorFigures(int Calls, int Failed, TimeSpan Slow)
{
    /// <summary>Nothing was called.</summary>
    public static VendorFigures None { get; } = new(0, 0, TimeSpan.Zero);

    /// <summary>Failed calls of a hundred, 0 to 100; 0 without a call.</summary>
    public int FailedPercent => Calls == 0 ? 0 : Failed * 100 / Calls;
}
