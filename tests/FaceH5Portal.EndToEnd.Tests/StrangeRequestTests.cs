using System.Net;
using FaceH5Portal.EndToEnd.Tests.Support;

namespace FaceH5Portal.EndToEnd.Tests;

/// <summary>Requests that no page of ours makes.</summary>
public sealed class StrangeRequestTests : IAsyncLifetime, IDisposable
{
    private PortalProcess portal = null!;
    private HttpClient http = null!;

    public async Task InitializeAsync()
    {
        portal = await PortalProcess.StartAsync();
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Address };
    }

    public async Task DisposeAsync() => await portal.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData("/nonsense")]
    [InlineData("/sessions/abc")]
    public async Task An_address_that_does_not_exist_is_a_404_with_a_page(string path)
    {
        var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<html", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_sites_name_for_this_machine_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sessions") { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/verify", "/verify")]
    [InlineData("/sign-in/demo", "/")]
    public async Task A_form_without_its_proof_of_origin_does_nothing_and_starts_over(string path, string destination)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["role"] = "Administrator", ["_handler"] = "start" });
        var answer = await http.PostAsync(new Uri(path, UriKind.Relative), form);
        Assert.Equal((HttpStatusCode.Redirect, destination), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.DoesNotContain("__Host-person", string.Join(";", answer.Headers), StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", portal.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_does_not_learn_which_pictures_exist() => Assert.Equal(
        HttpStatusCode.Unauthorized, (await http.GetAsync(new Uri($"/evidence/{Guid.NewGuid()}", UriKind.Relative))).StatusCode);
}
