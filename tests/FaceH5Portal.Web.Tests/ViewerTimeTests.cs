using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Display;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests;

public sealed class ViewerTimeTests : IAsyncLifetime
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Theory]
    [InlineData("America/New_York", "2026-03-01 07:00:00")]
    [InlineData("America%2FArgentina%2FBuenos_Aires", "2026-03-01 09:00:00")]
    [InlineData("Etc/GMT+5", "2026-03-01 07:00:00")]
    [InlineData("UTC", "2026-03-01 12:00:00")]
    public async Task Whose_browser_tells_its_zone_reads_the_time_there(string zone, string text)
    {
        await using var context = Told(zone);
        Assert.Equal(text, context.Services.GetRequiredService<ViewerTime>().Text(Noon));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("undefined")]
    [InlineData("Mars/Utopia")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    [InlineData("Europe/Berlin/../Berlin")]
    public async Task What_is_no_zone_is_not_believed_and_the_portals_counts(string? zone)
    {
        await using var context = Told(zone);
        Assert.Equal("2026-03-01 20:00:00", context.Services.GetRequiredService<ViewerTime>().Text(Noon));
    }

    private ConsoleContext Told(string? zone)
    {
        var context = new ConsoleContext(portal);
        var request = new DefaultHttpContext();
        if (zone is not null)
            request.Request.Headers.Cookie = $"time-zone={zone}";
        context.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = request;
        return context;
    }
}
