namespace FaceH5Portal.Core.Data;

/// <summary>
/// What the works of one commit leave for the next of them, and for whoever follows the commit: one value of a kind, which
/// nobody changes. What a work leaves counts once the work is kept.
/// </summary>
public sealed class CommitNotes
{
    private readonly Dictionary<Type, object> notes = [];

    internal CommitNotes()
    {
    }

    /// <summary>Null where no work has left one.</summary>
    public T? Of<T>() where T : class => notes.TryGetValue(typeof(T), out var note) ? (T)note : null;

    internal void Leave<T>(T note) where T : class => notes[typeof(T)] = note;

    internal void Take(CommitNotes others)
    {
        foreach (var (kind, note) in others.notes)
            notes[kind] = note;
    }
}
