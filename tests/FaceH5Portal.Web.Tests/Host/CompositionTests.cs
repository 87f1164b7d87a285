using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Host;

/// <summary>The container is proven when it is built, in Production too, so that a missing service never waits for its first visitor.</summary>
public sealed class CompositionTests
{
    [Theory]
    [InlineData("Development", "Sandbox")]
    [InlineData("Production", "Live")]
    public async Task Everything_that_the_portal_is_made_of_can_be_made(string environment, string vendors)
    {
        await using var app = Compose(environment, vendors).Build();
        await using var scope = app.Services.CreateAsyncScope();
        Assert.NotNull(scope.ServiceProvider.GetRequiredService<IActorSource>());
        Assert.Throws<InvalidOperationException>(() => app.Services.GetRequiredService<CurrentActor>());
    }

    [Fact]
    public void What_cannot_be_made_is_noticed_when_the_portal_is_built()
    {
        var builder = Compose("Production", "Live");
        builder.Services.AddSingleton<LacksItsPart>();
        Assert.Contains(nameof(LacksItsPart), Assert.Throws<AggregateException>(builder.Build).Message, StringComparison.Ordinal);
    }

    private static WebApplicationBuilder Compose(string environment, string vendors)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = Path.GetTempPath() });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Vendors:Environment"] = vendors,
            ["Vendors:Baidu:ApiBaseUrl"] = "https://vendor.example",
            ["Vendors:Baidu:PageBaseUrl"] = "https://vendor.example",
            ["Vendors:Baidu:ApiKey"] = "k",
            ["Vendors:Baidu:SecretKey"] = "s",
            ["Portal:PublicBaseUrl"] = "https://portal.example",
            ["Portal:MasterKeyFile"] = "master.key",
        });
        builder.AddShell();
        builder.AddPortal(PortalSettings.Read(builder.Configuration, builder.Environment), new MasterKeyRing("the test", new MasterKey(new byte[MasterKey.Bytes])));
        return builder;
    }

    private sealed class Part;

    private sealed class LacksItsPart(Part part)
    {
        public Part Part => part;
    }
}
