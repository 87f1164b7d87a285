using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>
/// Ends what a former process was killed in: one process owns the database, so when it is opened nobody waits for a vendor.
/// Whether the call went out and cost is not known, so it is shown as such and never sent again.
/// </summary>
public sealed class DeadChecks(PortalStore store, PhotoCheckRecorder recorder) : IOpeningStep
{
    public const string Interrupted = "interrupted";

    public Task RunAsync(CancellationToken cancellationToken) => store.WriteAsync<int>(async write =>
    {
        // Said twice so that the index of the few is used.
        var asked = await write.TakeAsync(write.Set<PhotoCheck>()
            .Where(check => check.State == PhotoCheckState.Asked && check.State != PhotoCheckState.Answered), cancellationToken);
        asked.ForEach(check => recorder.EndUnknown(write, check, Interrupted));
        return asked.Count;
    }, cancellationToken);
}
