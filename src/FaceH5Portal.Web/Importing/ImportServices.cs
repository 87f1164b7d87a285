using FaceH5Portal.Web.Display;

namespace FaceH5Portal.Web.Importing;

internal static class ImportServices
{
    public static IServiceCollection AddImport(this IServiceCollection services) =>
        services.AddScoped<ImportLineText>().AddSingleton<ImportRuns>().AddHostedService(provider => provider.GetRequiredService<ImportRuns>());
}
