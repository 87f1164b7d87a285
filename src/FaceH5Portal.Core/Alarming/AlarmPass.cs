using FaceH5Portal.Core.Alarming.Rules;
using FaceH5Portal.Core.Alarming.Telling;
using FaceH5Portal.Core.Data;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Core.Alarming;

/// <summary>One look at everything that is watched, then what is to be told. A worker is only a timer around it.</summary>
public sealed partial class AlarmPass(
    PortalStore store, AlarmRuleBook book, AlarmJournal journal, NoticeBook notices, NoticeSender sender, PassHealth health, ILogger<AlarmPass> logger) : IDisposable
{
    private readonly SemaphoreSlim onePass = new(1, 1);

    public void Dispose() => onePass.Dispose();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await onePass.WaitAsync(cancellationToken);
        try
        {
            if (!await TryLookAsync(cancellationToken))
            {
                await health.MissAsync(cancellationToken);
                return;
            }
            await sender.SendDueAsync(cancellationToken);
        }
        finally
        {
            onePass.Release();
        }
    }

    /// <summary>False where the database cannot be used: then nothing is known to be gone either.</summary>
    private async Task<bool> TryLookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var terms = await book.TermsAsync(cancellationToken);
            var heard = new List<(AlarmRuleTerms Terms, IReadOnlyList<AlarmSignal> Signals)>();
            foreach (var rule in book.Rules)
                if (await FindAsync(rule, terms[rule.Rule], cancellationToken) is { } signals)
                    heard.Add((terms[rule.Rule], signals));
            var written = await store.WriteAsync<int>(async write =>
            {
                foreach (var (wanted, signals) in heard)
                    await journal.HearAsync(write, wanted, signals, cancellationToken);
                await notices.AddDigestAsync(write, cancellationToken);
                return heard.Count;
            }, cancellationToken);
            if (written.Ok)
                await health.BeatAsync(cancellationToken);
            return written.Ok;
        }
        catch (Exception exception) when (StorageFault.Matches(exception))
        {
            Log.CannotRead(logger, exception);
            return false;
        }
    }

    /// <summary>Null where a rule breaks: the others go on, and what it told before stays as it is.</summary>
    private async Task<IReadOnlyList<AlarmSignal>?> FindAsync(IAlarmRule rule, AlarmRuleTerms terms, CancellationToken cancellationToken)
    {
        if (!terms.IsOn)
            return AlarmSignal.None;
        try
        {
            return await rule.FindAsync(terms.Threshold, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !StorageFault.Matches(exception))
        {
            Log.RuleFailed(logger, rule.Rule, exception);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(71, LogLevel.Error, "The rule {Rule} could not be looked at.")]
        public static partial void RuleFailed(ILogger logger, AlarmRule rule, Exception exception);

        [LoggerMessage(72, LogLevel.Error, "Alarms cannot be looked at: the database cannot be read.")]
        public static partial void CannotRead(ILogger logger, Exception exception);
    }
}
