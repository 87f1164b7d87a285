namespace FaceH5Portal.Vendors.Photos.Http;

/// <summary>Whether a check may go out to its vendor.</summary>
/// <param name="Rest">How long none may; null where this one may.</param>
/// <param name="IsTrying">It goes out alone, to see whether the vendor answers again.</param>
internal readonly record struct PhotoTurn(TimeSpan? Rest, bool IsTrying);
