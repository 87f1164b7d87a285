using System.Security.Cryptography;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.Evidence;

public sealed class EvidenceVaultTests : IAsyncLifetime
{
    private PortalHarness portal = null!;

    public async Task InitializeAsync() => portal = await PortalHarness.StartAsync();

    public async Task DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task What_comes_out_is_what_went_in()
    {
        var face = await FaceOfAsync(await SessionDriver.CreateAsync(portal));
        Assert.Equal(face.Sha256, Convert.ToHexStringLower(SHA256.HashData((await OpenAsync(face.Id)).Bytes)));
    }

    [Fact]
    public async Task The_bytes_of_one_picture_do_not_open_as_another()
    {
        var (one, other) = (await FaceOfAsync(await SessionDriver.CreateAsync(portal)), await FaceOfAsync(await SessionDriver.CreateAsync(portal)));
        await portal.Get<PortalStore>().WriteAsync<int>(async write =>
        {
            var stolen = await write.Set<EvidenceBlob>().Where(b => b.Id == other.BlobId).Select(b => b.Sealed).SingleAsync();
            return await write.Set<EvidenceBlob>().Where(b => b.Id == one.BlobId)
                .ExecuteUpdateAsync(set => set.SetProperty(b => b.Sealed, stolen));
        }, CancellationToken.None);
        await Assert.ThrowsAnyAsync<CryptographicException>(() => OpenAsync(one.Id));
        Assert.NotEmpty((await OpenAsync(other.Id)).Bytes);
    }

    private static async Task<EvidenceItem> FaceOfAsync(SessionDriver session) =>
        (await session.GoThroughAsync()).Evidence.Single(item => item.Kind == EvidenceKind.Face);

    private async Task<OpenedEvidence> OpenAsync(Guid id) => (await portal.Get<EvidenceVault>().OpenAsync(id, CancellationToken.None))!;
}
