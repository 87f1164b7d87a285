namespace FaceH5Portal.Sandbox.Photos;

/// <summary>One photo vendor's call. It runs alone: nothing else changes the state meanwhile.</summary>
internal interface IPhotoEndpoint
{
    /// <summary>As scripts and books call the vendor.</summary>
    string Vendor { get; }

    /// <summary>As faults and latencies call it, one of <see cref="Door.VendorPath.All"/>.</summary>
    string Path { get; }

    /// <summary>Where it listens.</summary>
    string Route { get; }

    PhotoAnswer Answer(PhotoCall call);

    /// <summary>A fault's error code in the vendor's shape.</summary>
    PhotoAnswer Failure(int code);
}
