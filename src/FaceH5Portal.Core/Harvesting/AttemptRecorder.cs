using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Core.Harvesting;

/// <summary>Adds the attempts that are not known yet, and says what the last one means for the session.</summary>
public sealed class AttemptRecorder(SessionJournal journal, Entropy entropy, TimeProvider clock)
{
    public IReadOnlyList<Attempt> Add(PortalWrite write, TokenFile file, VerificationRecord record)
    {
        var session = file.Session;
        var known = file.Attempts.Select(attempt => attempt.Order).ToHashSet();
        var fresh = record.Attempts.Where(a => !known.Contains(a.Order)).DistinctBy(a => a.Order)
            .OrderBy(a => a.Order).Select(a => AttemptOf(session, file.Token, a)).ToList();
        foreach (var attempt in fresh)
        {
            file.Add(attempt);
            journal.Tell(write, session, attempt.Passed ? TimelineKind.AttemptPassed : TimelineKind.AttemptFailed,
                attempt.Code, attempt.VerifiedAtUtc);
        }
        if (fresh.Count > 0)
            Summarise(session, fresh.LastOrDefault(a => a.Passed) ?? fresh[^1]);
        if (record.Attempts.Any(told => fresh.Exists(attempt => attempt.Order == told.Order) && ReadsOtherwise(told)))
            AskForReview(session, ReviewCause.OcrDiffers);
        return fresh;
    }

    /// <summary>The person corrected what was read off the card: a slip of the reading, or another person's card.</summary>
    private static bool ReadsOtherwise(VendorAttempt told) => told is { Ocr: { } read, Confirmed: { } confirmed }
        && (Differ(read.Name, confirmed.Name) || Differ(read.Number, confirmed.Number));

    private static bool Differ(string? one, string? other) =>
        one is not null && other is not null && !string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private void Summarise(VerificationSession session, Attempt decisive)
    {
        // What becomes known after a final status is a fact beside the outcome, not a new one.
        if (!session.Status.IsFinal())
        {
            session.Outcome = decisive.Outcome;
            session.Reason = decisive.Passed ? null : decisive.Code;
        }
        if (decisive.RiskLevel is "1" or "2")
            AskForReview(session, ReviewCause.Risk);
        if (decisive.Outcome == Outcome.Uncertain)
            AskForReview(session, ReviewCause.Uncertain);
    }

    // What a reviewer has decided is not undone by a fact that came late.
    private void AskForReview(VerificationSession session, ReviewCause cause)
    {
        if (session.Review == ReviewState.None)
            session.NeedReview(cause, journal.NowUtc);
    }

    private Attempt AttemptOf(VerificationSession session, VerifyToken token, VendorAttempt attempt)
    {
        var meaning = OutcomeMapper.Of(attempt, session.Terms);
        return new Attempt
        {
            Id = entropy.NewId(clock),
            SessionId = session.Id,
            VerifyTokenId = token.Id,
            Order = attempt.Order,
            Passed = attempt.Passed,
            Code = Cut(attempt.Code, 32)!,
            Message = Cut(attempt.Message, 256)!,
            Outcome = meaning.Outcome,
            RetryWith = meaning.RetryWith,
            Score = attempt.Score,
            Threshold = attempt.Threshold,
            LivenessScore = attempt.LivenessScore,
            SpoofingScore = attempt.SpoofingScore,
            RiskLevel = Cut(attempt.RiskLevel, 16),
            RiskTag = Cut(attempt.RiskTag, 256),
            IsDemote = attempt.IsDemote,
            VerifyLogId = Cut(attempt.VerifyLogId, 64),
            IsCharged = meaning.IsCharged,
            VerifiedAtUtc = attempt.VerifiedAtUtc ?? journal.NowUtc,
            RecordedAtUtc = journal.NowUtc,
        };
    }

    private static string? Cut(string? text, int most) => text is { } given && given.Length > most ? given[..most] : text;
}
