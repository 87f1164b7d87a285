using System.Security.Cryptography;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Simulation.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Simulation.Tests.Oracles;

/// <summary>Takes some things off the shelf while their days last, and looks whether they are what was put there.</summary>
internal sealed class ShelfOracle(World world, Dice dice)
{
    private const int Looks = 6;

    public async Task CheckAsync()
    {
        if (!world.Portal.IsOn)
            return;
        await using var db = await world.Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        var kept = await db.Set<EvidenceItem>().AsNoTracking().Where(item => item.DeletedAtUtc == null).OrderBy(item => item.Id).ToListAsync();
        for (var look = 0; look < Looks && kept.Count > 0; look++)
            await LookAsync(dice.Pick(kept));
    }

    private async Task LookAsync(EvidenceItem item)
    {
        var opened = await world.Portal.Get<EvidenceVault>().OpenAsync(item.Id, CancellationToken.None);
        if (opened is null || Convert.ToHexStringLower(SHA256.HashData(opened.Bytes)) != item.Sha256)
            world.Fail($"the {item.Kind} of {world.NameOf(item.SessionId)} is not what was put there");
    }
}
