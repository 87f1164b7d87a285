namespace FaceH5Portal.Core.Data;

/// <summary>A slice's part in every write: it sees what the work has changed, before that is stored, and adds its own to the same transaction.</summary>
public interface IWriteFollower
{
    Task FollowAsync(PortalWrite write);
}
