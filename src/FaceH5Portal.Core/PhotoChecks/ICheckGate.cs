using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>A later slice's say in whether a photo vendor may be asked, in the write that records it as asked.</summary>
public interface ICheckGate
{
    /// <summary>Null when there is room; else why not, and nothing is counted.</summary>
    /// <param name="write">Rolled back as a whole when it is refused.</param>
    /// <param name="person">Whom the checks are about.</param>
    /// <param name="checks">How many.</param>
    /// <param name="mayCost">What they cost together if all are charged, in 1/10,000 CNY.</param>
    /// <param name="cancellationToken">Gives up before it is written.</param>
    Task<PortalError?> TakeAsync(PortalWrite write, Subject person, int checks, long mayCost, CancellationToken cancellationToken);

    /// <summary>One of them certainly never reached its vendor.</summary>
    Task GiveBackAsync(PortalWrite write, Subject person, CancellationToken cancellationToken);
}
