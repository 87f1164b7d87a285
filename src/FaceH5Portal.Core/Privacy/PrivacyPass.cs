using FaceH5Portal.Core.Privacy.Counting;
using FaceH5Portal.Core.Privacy.Retaining;

namespace FaceH5Portal.Core.Privacy;

/// <summary>What has to be done about privacy again and again: facts go when their time is over, and the people whose faces are stored are counted.</summary>
public sealed class PrivacyPass(FactRedaction redaction, HeadCount heads)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await redaction.RunAsync(cancellationToken) > 0)
        {
            // A hundred at a time, so that nobody waits long at the door.
        }
        await heads.MarkAsync(cancellationToken);
    }
}
