using System.IO.Compression;
using System.Net;

namespace FaceH5Portal.Web.Tests.Host;

[Collection(HostTests.Name)]
public sealed class CopyFileTests(PortalHost portal)
{
    [Fact]
    public async Task A_persons_copy_is_a_zip_that_no_cache_keeps()
    {
        using var answer = await TakeAsync("Administrator", (await portal.CreateSessionAsync()).Id);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        await using var body = await answer.Content.ReadAsStreamAsync();
        using var zip = new ZipArchive(body);
        Assert.NotNull(zip.GetEntry("person.json"));
    }

    [Theory]
    [InlineData("Operator")]
    [InlineData("Reviewer")]
    [InlineData("Auditor")]
    public async Task A_role_that_may_not_take_one_gets_none_and_does_not_learn_who_exists(string role)
    {
        using var known = await TakeAsync(role, (await portal.CreateSessionAsync()).Id);
        using var unknown = await TakeAsync(role, Guid.NewGuid());
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (known.StatusCode, unknown.StatusCode));
    }

    private async Task<HttpResponseMessage> TakeAsync(string role, Guid session)
    {
        using var visitor = portal.Visit();
        await visitor.ActAsAsync(role);
        return await visitor.SendAsync("/admin/privacy/copy", ("session", session.ToString()), ("reason", "PersonAsked"));
    }
}
