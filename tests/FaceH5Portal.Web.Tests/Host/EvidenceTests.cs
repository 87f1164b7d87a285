using System.Net;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Web.Tests.Host;

[Collection(HostTests.Name)]
public sealed class EvidenceTests(PortalHost portal)
{
    [Fact]
    public async Task A_picture_is_shown_as_it_was_and_kept_by_no_cache()
    {
        var photo = Photos.Of(320, 240);
        using var visitor = portal.Visit();
        await visitor.ActAsAsync();
        using var answer = await visitor.GetAsync(await StoredAsync(photo));
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(photo, await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_unknown_picture_is_a_404()
    {
        using var visitor = portal.Visit();
        await visitor.ActAsAsync();
        using var answer = await visitor.GetAsync($"/evidence/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_role_that_may_not_see_images_gets_none()
    {
        var picture = await StoredAsync(Photos.Of(320, 240));
        using var visitor = portal.Visit();
        await visitor.ActAsAsync("Auditor");
        using var known = await visitor.GetAsync(picture);
        using var unknown = await visitor.GetAsync($"/evidence/{Guid.NewGuid()}");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (known.StatusCode, unknown.StatusCode));
    }

    private async Task<string> StoredAsync(byte[] photo)
    {
        var session = await portal.CreateSessionAsync("1004", photo);
        return $"/evidence/{Assert.Single((await portal.SeeAsync(session.Id)).Evidence).Id}";
    }
}
