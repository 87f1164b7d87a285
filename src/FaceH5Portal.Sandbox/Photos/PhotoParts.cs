using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.Photos.Juhe;
using FaceH5Portal.Sandbox.Photos.Linkface;
using FaceH5Portal.Sandbox.Photos.Tencent;

namespace FaceH5Portal.Sandbox.Photos;

/// <summary>Brings the photo vendors into the sandbox.</summary>
internal static class PhotoParts
{
    public static IReadOnlyList<PhotoLever> Levers { get; } =
    [
        new("juhe", VendorPath.JuheVerifyEncrypted, "Juhe", JuheCodes.Magic, JuheCodes.Compared),
        new("tencent", VendorPath.TencentIdCardCompare, "Tencent, retired", LegacyCodes.Magic, LegacyCodes.Compared),
        new("tencentV2", VendorPath.TencentImageRecognition, "Tencent faceid", V2Codes.Magic, V2Codes.Compared),
        new("linkface", VendorPath.LinkfaceSelfie, "Linkface", LinkfaceCodes.Magic, LinkfaceCodes.Compared),
    ];

    public static void AddPhotoVendors(this IServiceCollection services)
    {
        services.AddSingleton<PhotoDirector>().AddSingleton<PhotoGateway>();
        services.AddSingleton<IPhotoEndpoint>(parts => new JuheEndpoint(parts.GetRequiredService<PhotoDirector>(), encrypted: false));
        services.AddSingleton<IPhotoEndpoint>(parts => new JuheEndpoint(parts.GetRequiredService<PhotoDirector>(), encrypted: true));
        services.AddSingleton<IPhotoEndpoint, IdCardCompare>().AddSingleton<IPhotoEndpoint, ImageRecognitionV2>().AddSingleton<IPhotoEndpoint, SelfieEndpoint>();
    }
}
