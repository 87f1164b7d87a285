using System.Net;
using System.Text.RegularExpressions;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Security.SignIn;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.AspNetCore.Routing;

namespace FaceH5Portal.Web.Tests.SignIn;

public sealed partial class FirstAdministratorTests : IAsyncLifetime
{
    private readonly PeopleHost host = PeopleHost.With();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_printed_link_makes_the_first_administrator_and_works_once()
    {
        var code = CodeOf(await PrintedAsync());
        using var visitor = host.Portal.Visit();
        using (var wrong = await visitor.SubmitAsync($"/welcome/{code}", "welcome-enter", ("Name", "Root"), ("Login", "no login")))
            Assert.Equal("login-invalid", await PeopleHost.FaultOfAsync(wrong));
        using (var entered = await visitor.SubmitAsync($"/welcome/{code}", "welcome-enter", ("Name", "Root"), ("Login", "root@house.example")))
            Assert.Equal("/account", Visitor.LeadsTo(entered));
        Assert.Equal([Role.Administrator], (await host.FindAsync("root@house.example"))!.Roles);
        using var again = await visitor.GetAsync($"/welcome/{code}");
        Assert.Equal((HttpStatusCode.NotFound, "link-unknown"), (again.StatusCode, await PeopleHost.FaultOfAsync(again)));
    }

    [Fact]
    public async Task Once_somebody_can_manage_people_no_start_prints_a_link()
    {
        var code = CodeOf(await PrintedAsync());
        using var visitor = host.Portal.Visit();
        (await visitor.SubmitAsync($"/welcome/{code}", "welcome-enter", ("Name", "Root"), ("Login", "root@house.example"))).Dispose();
        (await visitor.SubmitAsync("/account/password", "password-set", ("Password", PeopleHost.Password), ("Again", PeopleHost.Password))).Dispose();
        Assert.NotEmpty(await PrintedAsync());
        using var begun = await visitor.SubmitAsync("/account/codes", "codes-begin");
        var key = Visitor.Find(await Visitor.PageOfAsync(begun), "codes-key").TextContent;
        (await visitor.SubmitAsync("/account/codes", "codes-confirm", ("Code", host.CodeOf(key)))).Dispose();
        Assert.Empty(await PrintedAsync());
    }

    [Fact]
    public async Task Nobody_is_let_in_by_a_click_where_none_is_offered()
    {
        using var visitor = host.Portal.Visit();
        Assert.False(Visitor.Has(await visitor.ReadAsync("/sign-in"), "demo-form"));
        using var clicked = await visitor.SendAsync("/sign-in/demo", ("role", "Administrator"));
        Assert.InRange((int)clicked.StatusCode, 404, 405);
        Assert.DoesNotContain(host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(), route => route.RoutePattern.RawText == "/sign-in/demo");
        Assert.Null(await host.FindAsync("demo-administrator"));
    }

    [Theory]
    [InlineData("203.0.113.9", "/sign-in?returnTo=%2F&error=sign-in-failed")]
    [InlineData("127.0.0.1", "/")]
    public async Task The_click_that_lets_in_works_on_this_machine_alone(string remote, string destination)
    {
        await using var demo = PortalHost.With(new Dictionary<string, string?>(), Safety.RemoteAddress.Add);
        using var visitor = demo.Visit(remote: remote);
        using var clicked = await visitor.SendAsync("/sign-in/demo", ("role", "Operator"));
        Assert.Equal(destination, Visitor.LeadsTo(clicked));
    }

    [Fact]
    public async Task The_people_of_the_demonstration_have_no_other_way_in()
    {
        await using var demo = PortalHost.With(new Dictionary<string, string?>());
        using var visitor = demo.Visit();
        await visitor.ActAsAsync("Administrator");
        using var refused = await visitor.SendAsync("/account/passkeys/challenge");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var password = await visitor.SubmitAsync("/account/password", "password-set", ("Password", PeopleHost.Password), ("Again", PeopleHost.Password));
        Assert.Equal("demo-untouched", await PeopleHost.FaultOfAsync(password));
    }

    private async Task<string> PrintedAsync()
    {
        await using var console = new StringWriter();
        await FirstLink.PrintAsync(host.Portal.Services, host.Get<PortalSettings>(), console, CancellationToken.None);
        return console.ToString();
    }

    private static string CodeOf(string printed)
    {
        var code = Code().Match(printed).Groups[1].Value;
        Assert.True(Entropy.HasShapeOfSecret(code));
        return code;
    }

    [GeneratedRegex(@"http://localhost:5080/welcome/(\S+)")]
    private static partial Regex Code();
}
