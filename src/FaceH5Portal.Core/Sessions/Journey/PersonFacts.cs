using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>What is known of the person, as far as the next step depends on it.</summary>
public sealed record PersonFacts(bool HasIdentity, DateOnly? Born, DateOnly Today)
{
    public bool IsMinor => Born is { } born && Age.IsMinor(born, Today);
}
