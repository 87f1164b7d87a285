using FaceH5Portal.Sandbox.Photos.Juhe;
using FaceH5Portal.Sandbox.Photos.Linkface;
using FaceH5Portal.Sandbox.Photos.Tencent;

namespace FaceH5Portal.Sandbox.Photos;

/// <summary>Brings the photo vendors into the sandbox.</summary>
internal static class PhotoParts
{
    public static void AddPhotoVendors(this IServiceCollection services)
    {
        services.AddSingleton<PhotoDirector>().AddSingleton<PhotoGateway>();
        services.AddSingleton<IPhotoEndpoint>(parts => new JuheEndpoint(parts.GetRequiredService<PhotoDirector>(), encrypted: false));
        services.AddSingleton<IPhotoEndpoint>(parts => new JuheEndpoint(parts.GetRequiredService<PhotoDirector>(), encrypted: true));
        services.AddSingleton<IPhotoEndpoint, IdCardCompare>().AddSingleton<IPhotoEndpoint, ImageRecognitionV2>().AddSingleton<IPhotoEndpoint, SelfieEndpoint>();
    }
}
