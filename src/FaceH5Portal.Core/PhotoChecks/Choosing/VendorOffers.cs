using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks.Choosing;

/// <summary>Shows what each vendor would make of a photo, and at what price, before anybody is asked.</summary>
public sealed class VendorOffers(PortalStore store, VendorChoice choice)
{
    /// <param name="actor">Who wants to check.</param>
    /// <param name="purpose">What for; the order may depend on it.</param>
    /// <param name="photo">Null while there is none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Result<IReadOnlyList<VendorOffer>>> ListAsync(Actor actor, string? purpose, byte[]? photo, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.CheckPhotos) is { } denied)
            return denied;
        await using var db = await store.ReadAsync(cancellationToken);
        var prices = await choice.PricesAsync(db, cancellationToken);
        var offers = choice.All.OrderBy(client => client.Vendor).Select(client => Of(client, actor, prices[client.Vendor], photo)).ToList();
        var ranked = choice.InOrder(purpose, prices).Select(client => client.Vendor)
            .Where(vendor => offers.Exists(offer => offer.Vendor == vendor && offer.CanBeAsked)).ToList();
        return offers.ConvertAll(offer => ranked.IndexOf(offer.Vendor) is >= 0 and var place ? offer with { Rank = place + 1 } : offer);
    }

    private static VendorOffer Of(IPhotoCheckClient client, Actor actor, long price, byte[]? photo)
    {
        var fitted = photo is null ? null : PhotoFit.Of(photo, client.Limits);
        return new VendorOffer
        {
            Vendor = client.Vendor,
            MissingSettings = client.MissingSettings,
            IsResting = client.IsResting,
            Price = actor.May(Permission.SeeMoney) ? price : null,
            Limits = client.Limits,
            Before = fitted is { Ok: true } ? fitted.Value.Before : null,
            After = fitted is { Ok: true } ? fitted.Value.After : null,
            IsRedrawn = fitted is { Ok: true, Value.IsRedrawn: true },
            IsTurned = fitted is { Ok: true, Value.IsTurned: true },
            Faults = fitted?.Errors ?? [],
        };
    }
}
