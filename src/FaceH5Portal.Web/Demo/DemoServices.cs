namespace FaceH5Portal.Web.Demo;

internal static class DemoServices
{
    /// <summary>Only where the vendor is the sandbox: nothing here may ever act beside real people.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services, string sandboxUrl)
    {
        services.AddHttpClient<SandboxLevers>(http => http.BaseAddress = new Uri(sandboxUrl.TrimEnd('/') + "/"));
        return services.AddTransient<DemoStage>().AddTransient<SessionLevers>().AddSingleton(new DemoLength(30)).AddSingleton<DemoDice>().AddSingleton<DemoMonth>()
            .AddHostedService(provider => provider.GetRequiredService<DemoMonth>());
    }
}
