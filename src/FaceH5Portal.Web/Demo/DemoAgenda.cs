namespace FaceH5Portal.Web.Demo;

/// <summary>What is still to happen, earliest first.</summary>
internal sealed class DemoAgenda
{
    private readonly PriorityQueue<Func<CancellationToken, Task>, DateTime> steps = new();

    public void At(DateTime utc, Func<CancellationToken, Task> step) => steps.Enqueue(step, utc);

    public bool TryNext(out DateTime utc, out Func<CancellationToken, Task> step) => steps.TryDequeue(out step!, out utc);
}
