namespace FaceH5Portal.Core.Data;

/// <summary>A slice's part after every commit, before anybody hears of it. It must not fail: what is stored stays so.</summary>
public interface ICommitFollower
{
    void Follow(CommitNotes notes);
}
