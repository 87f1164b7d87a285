namespace FaceH5Portal.Sandbox.State;

/// <summary>One line of the log. The newest fact about a thing replaces the older ones; calls only add up.</summary>
internal sealed record Fact
{
    public AccessToken? AccessToken { get; init; }
    public VerifyToken? VerifyToken { get; init; }
    public Script? Script { get; init; }
    public Levers? Levers { get; init; }
    public VendorCall? Call { get; init; }
    public PhotoCheck? PhotoCheck { get; init; }
    public PhotoScript? PhotoScript { get; init; }
}
