using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Looking;
using FaceH5Portal.Core.Privacy.Copying;
using FaceH5Portal.Core.Privacy.Revealing;
using FaceH5Portal.Core.Tests.Erasure;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Privacy;

public sealed class PersonCopyTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task It_holds_all_that_is_kept_of_a_person_from_every_session_of_theirs()
    {
        var (first, second) = (await SessionDriver.CreateAsync(portal), await SessionDriver.CreateAsync(portal, "1006"));
        await first.GoThroughAsync();
        await second.GoThroughAsync();
        var stranger = await SessionDriver.CreateAsync(portal, number: "110101199003070038");
        using var zip = await TakeAsync(first);
        var person = JsonOf(zip, "person.json");
        Assert.Equal(("测试甲", SessionDriver.Number), (person.GetProperty("name").GetString(), person.GetProperty("number").GetString()));
        foreach (var session in new[] { first, second })
        {
            var kept = (await portal.ItemsAsync(session)).Select(item => item.Sha256).Order();
            Assert.Equal(kept, zip.Entries.Where(entry => entry.FullName.StartsWith($"{session.Id}/", StringComparison.Ordinal)
                && char.IsAsciiDigit(entry.Name[0])).Select(entry => Convert.ToHexStringLower(SHA256.HashData(BytesOf(entry)))).Order());
            Assert.Equal((await session.SeeAsync()).Consents[0].Text, Encoding.UTF8.GetString(BytesOf(zip.GetEntry($"{session.Id}/consent-1.txt")!)));
            Assert.Equal("Match", JsonOf(zip, $"{session.Id}/verification.json").GetProperty("outcome").GetString());
        }
        Assert.DoesNotContain(zip.Entries, entry => entry.FullName.Contains(stranger.Id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Taking_it_is_in_the_audit_and_on_the_persons_page_and_in_the_copy_itself()
    {
        var session = await SessionDriver.CreateAsync(portal);
        using var zip = await TakeAsync(session);
        var look = Assert.Single(await portal.Get<PersonLooks>().OfAsync(session.Id, default));
        Assert.Equal((Role.Administrator, LookKind.Copy, RevealReason.PersonAsked), (look.Role, look.Kind, look.Reason));
        Assert.Equal("Copy", JsonOf(zip, $"{session.Id}/verification.json").GetProperty("looks")[0].GetProperty("kind").GetString());
        await using var db = await portal.Get<PortalStore>().ReadAsync(default);
        Assert.Equal($"session/{session.Id}", (await db.Set<AuditEntry>().SingleAsync(entry => entry.Action == AuditAction.CopyTaken)).Target);
    }

    [Fact]
    public async Task It_tells_no_name_of_staff_no_link_and_no_token()
    {
        var session = await SessionDriver.CreateAsync(portal);
        await session.GoThroughAsync();
        using var zip = await TakeAsync(session);
        var text = Encoding.UTF8.GetString(BytesOf(zip.GetEntry($"{session.Id}/verification.json")!));
        foreach (var secret in new[] { ErasureBench.Admin.Id, SessionDriver.Operator.Id, session.Link.AbsolutePath.Split('/')[^1], session.VerifyToken })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_takes_every_right_and_of_an_erased_person_there_is_none()
    {
        var session = await SessionDriver.CreateAsync(portal);
        Assert.Equal(PortalError.AccessDenied, CodeOf(await AskAsync(SessionDriver.Operator, session)));
        await portal.EraseAsync((await portal.SubjectOfAsync(session)).Id);
        Assert.Equal("subject-erased", CodeOf(await AskAsync(ErasureBench.Admin, session)));
    }

    private async Task<ZipArchive> TakeAsync(SessionDriver session)
    {
        var stream = new MemoryStream();
        await (await AskAsync(ErasureBench.Admin, session)).Value.WriteAsync(stream, default);
        return new ZipArchive(stream);
    }

    private Task<Result<PersonCopyFile>> AskAsync(Actor actor, SessionDriver session) =>
        portal.Get<PersonCopy>().TakeAsync(actor, session.Id, RevealReason.PersonAsked, default);

    private static JsonElement JsonOf(ZipArchive zip, string name) => JsonDocument.Parse(BytesOf(zip.GetEntry(name)!)).RootElement;

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string CodeOf<T>(Result<T> answer) => Assert.Single(answer.Errors).Code;
}
