using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Reviewing;

/// <summary>A note in words; empty where the person is erased.</summary>
public sealed record WrittenNote(Guid Id, string WrittenBy, DateTime WrittenAtUtc, string Text);

/// <summary>What colleagues write down about a session. A note may speak of the person, so it takes the right to see them.</summary>
public sealed class SessionNotes(PortalStore store, SubjectVault subjects, AuditTrail audit, SessionJournal journal, Entropy entropy, TimeProvider clock)
{
    public const int Longest = 2000;

    private const string Purpose = "note";

    public async Task<Result<IReadOnlyList<WrittenNote>>> ListAsync(Actor actor, Guid sessionId, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeePersonalData) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var notes = await db.Set<SessionNote>().AsNoTracking().Where(note => note.SessionId == sessionId)
            .OrderBy(note => note.WrittenAtUtc).ThenBy(note => note.Id).ToListAsync(cancellationToken);
        if (notes.Count == 0)
            return new List<WrittenNote>();
        var subject = await db.Set<VerificationSession>().Where(s => s.Id == sessionId)
            .Join(db.Set<Subject>().AsNoTracking(), s => s.SubjectId, subject => subject.Id, (_, subject) => subject).SingleAsync(cancellationToken);
        return notes.ConvertAll(note => new WrittenNote(
            note.Id, note.WrittenBy, note.WrittenAtUtc, subjects.TryOpenText(subject, Purpose, note.SealedText) ?? ""));
    }

    public async Task<Result<Guid>> WriteAsync(Actor actor, Guid sessionId, string text, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.SeePersonalData) is { } denied)
            return denied;
        if (string.IsNullOrWhiteSpace(text))
            return new PortalError("text-required", "Note");
        if (text.Trim().Length > Longest)
            return new PortalError("text-too-long", "Note", Longest);
        return await store.WriteAsync<Guid>(write =>
        {
            var session = write.Find<VerificationSession>(sessionId);
            if (session is null)
                return new PortalError("session-unknown");
            var subject = write.Find<Subject>(session.SubjectId)!;
            if (subject.IsErased)
                return new PortalError("subject-erased");
            var note = new SessionNote
            {
                Id = entropy.NewId(clock),
                SessionId = sessionId,
                WrittenBy = actor.Id,
                WrittenAtUtc = journal.NowUtc,
                SealedText = subjects.SealText(subject, Purpose, text.Trim()),
            };
            write.Set<SessionNote>().Add(note);
            SessionJournal.Touch(write, session);
            audit.Record(write, actor, AuditAction.NoteWritten, $"session/{sessionId}");
            return note.Id;
        }, cancellationToken);
    }
}
