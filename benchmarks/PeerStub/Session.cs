namespace PeerStub;

internal sealed record Session(string Value, string PlanId, DateTimeOffset Minted)
{
    public Identity? Identity { get; init; }
    public Attempt? Attempt { get; init; }

    public bool IsOpen => Attempt is null && DateTimeOffset.UtcNow < Minted.AddHours(2);
}

internal sealed record Identity(string Name, string Number, string Type);

internal sealed record Attempt(DateTimeOffset Time, double Score, string VerifyLogId);
