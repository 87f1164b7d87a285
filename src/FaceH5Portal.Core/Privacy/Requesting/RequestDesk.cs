using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Privacy.Requesting;

/// <summary>A request without its words, and how many working days are left.</summary>
public sealed record RequestRow(SubjectRequest Request, int WorkingDaysLeft);

/// <summary>What a person asked, and what they were answered.</summary>
public sealed record RequestWords(string Words, string? Answer)
{
    /// <summary>A log line may not tell what a screen may.</summary>
    public override string ToString() => nameof(RequestWords);
}

/// <summary>Where people's requests about their data arrive, and are answered in time.</summary>
public sealed class RequestDesk(
    PortalStore store, SubjectVault subjects, LookBook looks, WorkingDays working, AuditTrail audit, Entropy entropy, TimeProvider clock)
{
    public const string Topic = "subject-request";
    public const int LongestWords = 2000;
    public const int AnswerWorkingDays = 15;

    private const string WordsPurpose = "request-words";
    private const string AnswerPurpose = "request-answer";
    private const int Most = 200;

    /// <summary>What is open, by its deadline, and then what was settled lately.</summary>
    public async Task<Result<IReadOnlyList<RequestRow>>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.ManagePrivacy) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var requests = db.Set<SubjectRequest>().AsNoTracking();
        var open = await requests.Where(one => one.State == SubjectRequestState.Open).OrderBy(one => one.DueOn).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        var settled = await requests.Where(one => one.State != SubjectRequestState.Open).OrderByDescending(one => one.SettledAtUtc).Take(Most).ToListAsync(cancellationToken);
        var today = ChinaDate.Today(clock);
        return open.Concat(settled).Select(one => new RequestRow(one, working.Left(today, one.DueOn))).ToList();
    }

    public async Task<Result<Guid>> ReceiveAsync(Actor actor, Guid sessionId, SubjectRequestKind kind, string words, CancellationToken cancellationToken)
    {
        if ((actor.Lacks(Permission.ManagePrivacy) ?? Fault("Words", words)) is { } fault)
            return fault;
        return await store.WriteAsync<Guid>(async write =>
        {
            if (await SubjectOfAsync(write, sessionId, cancellationToken) is not { } subject)
                return new PortalError("session-unknown", "SessionId");
            var request = new SubjectRequest
            {
                Id = entropy.NewId(clock),
                SessionId = sessionId,
                Kind = kind,
                ReceivedAtUtc = clock.GetUtcNow().UtcDateTime,
                ReceivedBy = actor.Id,
                DueOn = working.After(ChinaDate.Today(clock), AnswerWorkingDays),
                SealedWords = subject.IsErased ? null : subjects.SealText(subject, WordsPurpose, words.Trim()),
            };
            write.Set<SubjectRequest>().Add(request);
            Tell(write, actor, AuditAction.RequestReceived, request);
            return request.Id;
        }, cancellationToken);
    }

    /// <summary>Answers the person; a refusal says why as much as a yes says what was done.</summary>
    public async Task<Result<Guid>> SettleAsync(Actor actor, Guid id, bool fulfilled, string answer, CancellationToken cancellationToken)
    {
        if ((actor.Lacks(Permission.ManagePrivacy) ?? Fault("Answer", answer)) is { } fault)
            return fault;
        return await store.WriteAsync<Guid>(async write =>
        {
            var request = await write.Set<SubjectRequest>().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
            if (request is not { State: SubjectRequestState.Open })
                return new PortalError("request-settled");
            var subject = (await SubjectOfAsync(write, request.SessionId, cancellationToken))!;
            request.State = fulfilled ? SubjectRequestState.Fulfilled : SubjectRequestState.Refused;
            request.SealedAnswer = subject.IsErased ? null : subjects.SealText(subject, AnswerPurpose, answer.Trim());
            (request.SettledBy, request.SettledAtUtc) = (actor.Id, clock.GetUtcNow().UtcDateTime);
            Tell(write, actor, AuditAction.RequestSettled, request);
            return id;
        }, cancellationToken);
    }

    /// <summary>The words, which may say anything about the person: whoever reads them is recorded.</summary>
    public async Task<Result<RequestWords>> ReadAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        if ((actor.Lacks(Permission.ManagePrivacy) ?? actor.Lacks(Permission.SeePersonalData)) is { } denied)
            return denied;
        return await store.WriteAsync<RequestWords>(async write =>
        {
            var request = await write.Set<SubjectRequest>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellationToken);
            if (request is null)
                return new PortalError(PortalError.NotFound);
            var subject = (await SubjectOfAsync(write, request.SessionId, cancellationToken))!;
            looks.Record(write, actor, request.SessionId, LookKind.Request, RevealReason.PersonAsked);
            return WordsOf(request, subject) ?? new RequestWords("", null);
        }, cancellationToken);
    }

    /// <summary>Null once the person is erased.</summary>
    internal RequestWords? WordsOf(SubjectRequest request, Subject subject) =>
        request.SealedWords is { } words && subjects.TryOpenText(subject, WordsPurpose, words) is { } asked
            ? new RequestWords(asked, request.SealedAnswer is { } answer ? subjects.TryOpenText(subject, AnswerPurpose, answer) : null) : null;

    private static PortalError? Fault(string field, string text) =>
        string.IsNullOrWhiteSpace(text) ? new PortalError("text-required", field)
        : text.Trim().Length > LongestWords ? new PortalError("text-too-long", field, LongestWords) : null;

    private static Task<Subject?> SubjectOfAsync(PortalWrite write, Guid sessionId, CancellationToken cancellationToken) =>
        write.Set<VerificationSession>().Where(session => session.Id == sessionId)
            .Join(write.Set<Subject>(), session => session.SubjectId, subject => subject.Id, (_, subject) => subject).AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);

    private void Tell(PortalWrite write, Actor actor, AuditAction action, SubjectRequest request)
    {
        audit.Record(write, actor, action, $"session/{request.SessionId}", $"{request.Kind} {request.State}");
        write.Announce(new PortalChange(Topic, request.Id));
    }
}
