using FaceH5Portal.Core.Backups;
using Spectre.Console;

namespace FaceH5Portal.Web.Commands;

/// <summary>A bar for each phase, as it comes; lines where the output is no terminal.</summary>
internal static class CommandBars
{
    public static Task<T> ShowAsync<T>(this IAnsiConsole console, Func<ProgressContext, Task<T>> work) => console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(work);

    /// <summary>For work of which nobody knows how much there is.</summary>
    public static Task<T> ShowAsync<T>(this IAnsiConsole console, string phase, Func<Task<T>> work) => console.ShowAsync(bars =>
    {
        bars.AddTask(phase).IsIndeterminate();
        return work();
    });

    public static IProgress<BackupProgress> Phases(ProgressContext context) => new PhaseBars(context);

    private sealed class PhaseBars(ProgressContext context) : IProgress<BackupProgress>
    {
        private readonly Dictionary<BackupPhase, ProgressTask> bars = [];

        public void Report(BackupProgress value)
        {
            if (!bars.TryGetValue(value.Phase, out var bar))
                bars[value.Phase] = bar = context.AddTask(value.Phase.ToString(), maxValue: Math.Max(1, value.Total));
            bar.Value = value.Total == 0 ? 1 : value.Done;
        }
    }
}
