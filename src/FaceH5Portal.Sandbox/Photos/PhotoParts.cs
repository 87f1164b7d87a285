using FaceH5Portal.Sandbox.Photos.Juhe;
using FaceH5Portal.Sandbox.Photos.Linkface;
using FaceH5Portal.Sandbox.Photos.Tencent;

namespace FaceH5Portal.Sandbox.Photos;

/// <summary>Brings the photo vendors into the sandbox.</summary>
internal static class PhotoParts
{
    /// <summary>Every word that can stand behind 测试, by vendor.</summary>
    public static IEnumerable<(string Vendor, string Word, string Meaning)> Magic =>
    [
        .. Of("Juhe", JuheCodes.Magic), .. Of("Tencent, retired", LegacyCodes.Magic),
        .. Of("Tencent faceid", V2Codes.Magic), .. Of("Linkface", LinkfaceCodes.Magic),
    ];

    public static void AddPhotoVendors(this IServiceCollection services)
    {
        services.AddSingleton<PhotoDirector>().AddSingleton<PhotoGateway>();
        services.AddSingleton<IPhotoEndpoint>(parts => new JuheEndpoint(parts.GetRequiredService<PhotoDirector>(), encrypted: false));
        services.AddSingleton<IPhotoEndpoint>(parts => new JuheEndpoint(parts.GetRequiredService<PhotoDirector>(), encrypted: true));
        services.AddSingleton<IPhotoEndpoint, IdCardCompare>().AddSingleton<IPhotoEndpoint, ImageRecognitionV2>().AddSingleton<IPhotoEndpoint, SelfieEndpoint>();
    }

    private static IEnumerable<(string Vendor, string Word, string Meaning)> Of(string vendor, IReadOnlyList<PhotoMagic> magic) =>
        magic.Select(known => (vendor, known.Word, known.Meaning));
}
