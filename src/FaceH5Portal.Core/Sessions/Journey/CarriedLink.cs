namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>How things stand, and the link to go on with elsewhere; null when it is over, or the link can no longer be told.</summary>
public sealed record CarriedLink(EndUserView View, Uri? Link)
{
    /// <summary>Without the link, which lets in whoever has it.</summary>
    public override string ToString() => nameof(CarriedLink);
}
