namespace FaceH5Portal.Core.Sessions;

/// <summary>What an attempt means, the same words for every vendor.</summary>
public enum Outcome
{
    Match,
    NoMatch,
    Uncertain,
    IdentityMismatch,
    IdentityNotFound,
    NoPortraitOnFile,
    PhotoUnusable,
    LivenessFailed,
    ProviderError,
}

/// <summary>What a further try would need to end otherwise.</summary>
public enum RetryWith
{
    SameRequest,
    NewPhoto,
    Later,
    Never,
}
