namespace FaceH5Portal.Core.Backups;

public enum BackupPhase
{
    Copying,
    Hashing,
    Checking,
    Restoring,
}

/// <summary>How far it is, in pages or bytes; a phase that cannot tell goes from nothing to all.</summary>
public sealed record BackupProgress(BackupPhase Phase, long Done, long Total);
