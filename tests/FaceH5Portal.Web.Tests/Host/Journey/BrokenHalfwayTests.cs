using System.Text;
using FaceH5Portal.Web.Pages.EndUser;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RazorSlices;

namespace FaceH5Portal.Web.Tests.Host.Journey;

public sealed class BrokenHalfwayTests
{
    [Fact]
    public async Task Of_a_page_that_breaks_half_way_nobody_gets_the_half()
    {
        await using var portal = new PortalHost();
        using var scope = portal.Services.CreateScope();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Response.Body = body;
        var answer = new PersonAnswer(new PersonPage(http), "A title", new Breaking());
        await Assert.ThrowsAsync<InvalidOperationException>(() => answer.ExecuteAsync(http));
        Assert.Equal("", Encoding.UTF8.GetString(body.ToArray()));
    }

    private sealed class Breaking : RazorSlice
    {
        public override Task ExecuteAsync() => throw new InvalidOperationException("Made to break.");
    }
}
