namespace FaceH5Portal.Simulation.Tests.Worlds;

/// <summary>What is going to happen, in order of time and then of entry.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Func<Task>, (DateTime At, long Entry)> queue = new();
    private long entries;

    public DateTime? NextUtc => queue.TryPeek(out _, out var first) ? first.At : null;

    public void Add(DateTime atUtc, Func<Task> happening) => queue.Enqueue(happening, (atUtc, entries++));

    public Func<Task> Take() => queue.Dequeue();
}
