using System.Net;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Host;

[Collection(HostTests.Name)]
public sealed class EvidenceTests(PortalHost portal)
{
    [Fact]
    public async Task A_picture_is_shown_to_who_said_why_with_their_name_across_it_and_kept_by_no_cache()
    {
        var photo = Photos.Of(320, 240);
        var (session, picture) = await StoredAsync(photo);
        using var visitor = portal.Visit();
        await visitor.ActAsAsync();
        using var before = await visitor.GetAsync(picture);
        Assert.Equal(HttpStatusCode.Conflict, before.StatusCode);
        var asking = Actor.InRole(await DemoOperatorAsync(), "Operator", Role.Operator);
        await portal.Services.GetRequiredService<PictureDesk>().AskAsync(asking, session, RevealReason.Review, CancellationToken.None);
        using var answer = await visitor.GetAsync(picture);
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.NotEqual(photo, await answer.Content.ReadAsByteArrayAsync());
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
        var (_, picture) = await StoredAsync(Photos.Of(320, 240));
        using var visitor = portal.Visit();
        await visitor.ActAsAsync("Auditor");
        using var known = await visitor.GetAsync(picture);
        using var unknown = await visitor.GetAsync($"/evidence/{Guid.NewGuid()}");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (known.StatusCode, unknown.StatusCode));
    }

    private async Task<string> DemoOperatorAsync()
    {
        var id = await portal.Services.GetRequiredService<DemoPeople>().FindOrMakeAsync(Role.Operator, CancellationToken.None);
        return (await portal.Services.GetRequiredService<AccountBook>().FindAsync(id.Value, CancellationToken.None))!.ActorId;
    }

    private async Task<(Guid Session, string Picture)> StoredAsync(byte[] photo)
    {
        var session = await portal.CreateSessionAsync("1004", photo);
        return (session.Id, $"/evidence/{Assert.Single((await portal.SeeAsync(session.Id)).Evidence).Id}");
    }
}
