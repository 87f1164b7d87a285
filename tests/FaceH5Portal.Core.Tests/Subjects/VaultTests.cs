using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Subjects;

public sealed class VaultTests : IAsyncLifetime
{
    private const string Canary = "canary-that-must-be-found";

    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Nothing_of_a_person_can_be_read_in_the_database_file()
    {
        await portal.Sandbox.ScriptAsync(SessionDriver.Number, new { code = 222356 }, new { code = 0, score = 90.5 });
        var session = await SessionDriver.CreateAsync(portal, name: "测试柳絮飞");
        await session.GoThroughAsync();
        await session.GoThroughAsync();
        await PlantAsync();

        var bytes = Directory.GetFiles(portal.Folder, "portal.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .SelectMany(ReadShared).ToArray();
        Assert.True(Holds(bytes, Canary));
        foreach (var secret in new[] { "测试柳絮飞", "柳絮飞", SessionDriver.Number, session.VerifyToken, session.State, session.Link.AbsolutePath[3..] })
            Assert.False(Holds(bytes, secret), secret);
    }

    [Fact]
    public void What_is_sealed_for_one_subject_or_purpose_opens_for_no_other()
    {
        var vault = portal.Get<SubjectVault>();
        var (one, other) = (vault.Create(null), vault.Create(null));
        var kept = vault.SealText(one, "name", "张三");
        Assert.Equal("张三", vault.OpenText(one, "name", kept));
        Assert.ThrowsAny<CryptographicException>(() => vault.OpenText(other, "name", kept));
        Assert.ThrowsAny<CryptographicException>(() => vault.OpenText(one, "number", kept));
    }

    [Fact]
    public void Equal_numbers_are_found_by_an_index_that_tells_nothing()
    {
        var identity = new Identity("张三", SessionDriver.Number, CertificateType.ResidentIdCard);
        var vault = portal.Get<SubjectVault>();
        var (one, again) = (vault.Create(identity), vault.Create(identity with { Name = "别名" }));
        Assert.Equal(one.NumberIndex, again.NumberIndex);
        Assert.DoesNotContain(SessionDriver.Number[^6..], one.NumberIndex!, StringComparison.Ordinal);
        Assert.NotEqual(one.NumberIndex, vault.Create(identity with { Number = "110101199003070038" }).NumberIndex);
    }

    private Task<Result<int>> PlantAsync() => portal.Get<PortalStore>().WriteAsync<int>(write =>
    {
        write.Add(new AuditEntry
        {
            Sequence = 1_000_000,
            Seal = AuditChain.Beginning,
            OccurredAtUtc = portal.NowUtc,
            ActorId = "test",
            Action = AuditAction.PlanChanged,
            Target = Canary,
        });
        return Task.FromResult<Result<int>>(1);
    }, CancellationToken.None);

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static bool Holds(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
