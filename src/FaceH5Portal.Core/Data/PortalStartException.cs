namespace FaceH5Portal.Core.Data;

/// <summary>The portal refuses to start; the message says why and what to do, and is all the operator needs.</summary>
public sealed class PortalStartException(string message, Exception? inner = null) : Exception(message, inner)
{
    public static PortalStartException CannotWrite(string databasePath, Exception inner) => new(
        $"The database {databasePath} cannot be written ({inner.Message}). "
        + "Give this user write permission to the folder, or set ConnectionStrings:Portal to a file elsewhere.", inner);
}
