using System.Text.Json.Nodes;

namespace FaceH5Portal.Simulation.Tests.Oracles;

/// <summary>The sandbox's own books, as its truth tells them.</summary>
internal sealed record TruthBook(IReadOnlyList<TruthToken> Tokens, IReadOnlyList<TruthCharge> Charges);

internal sealed record TruthToken(
    string VerifyToken, string PlanId, DateTime Minted, DateTime? StatementAcceptedAt, DateTime? KilledAt, IReadOnlyList<TruthAttempt> Attempts);

internal sealed record TruthAttempt(int Order, int Code, bool Passed, double? Score, DateTime Time);

internal sealed record TruthCharge(string VerifyToken, int Order, string Type, DateTime Time);

internal sealed record JournalLine(DateTime Time, string Path, string? VerifyToken, JsonNode? Answer);
