using System.Security.Cryptography;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Core.PhotoChecks.Choosing;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks.Asking;

/// <summary>Who is to be asked, with what, at what price, and who instead where they certainly were not reached.</summary>
internal sealed record PlannedCheck(IPhotoCheckClient Client, FittedPhoto Photo, long Price, IReadOnlyList<IPhotoCheckClient> Next)
{
    public bool IsBest { get; init; }

    /// <summary>Of what the vendor is sent.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Photo.Bytes));
}

/// <summary>Makes the photo fit whom it goes to. Nobody is asked here.</summary>
public sealed class CheckPlanner(PortalStore store, VendorChoice choice)
{
    internal async Task<Result<IReadOnlyList<PlannedCheck>>> PlanAsync(NewPhotoCheck wanted, CancellationToken cancellationToken)
    {
        var prices = await store.LookAsync(db => choice.PricesAsync(db, cancellationToken), cancellationToken);
        return wanted.Vendors.Count == 0 ? Best(wanted, prices) : Each(wanted, prices);
    }

    private Result<IReadOnlyList<PlannedCheck>> Each(NewPhotoCheck wanted, IReadOnlyDictionary<PhotoVendor, long> prices)
    {
        var (planned, errors) = (new List<PlannedCheck>(), new List<PortalError>());
        foreach (var vendor in wanted.Vendors)
        {
            if (choice.Find(vendor) is not { MissingSettings.Count: 0 } client)
            {
                errors.Add(new PortalError("photo-vendor-not-set-up", nameof(NewPhotoCheck.Vendors), VendorNames.Of(vendor)));
                continue;
            }
            var fitted = PhotoFit.Of(wanted.Photo, client.Limits);
            errors.AddRange(fitted.Errors);
            if (fitted.Ok)
                planned.Add(new PlannedCheck(client, fitted.Value, prices[vendor], []));
        }
        // What every vendor has against a photo is said once.
        return errors.Count > 0 ? errors.DistinctBy(error => (error.Code, error.Field, string.Join('|', error.Args))).ToList() : planned;
    }

    private Result<IReadOnlyList<PlannedCheck>> Best(NewPhotoCheck wanted, IReadOnlyDictionary<PhotoVendor, long> prices)
    {
        var named = choice.InOrder(wanted.Purpose, prices).Where(client => VendorNames.IsNamedIn(wanted.Consent.Text, client.Vendor)).ToList();
        if (named.Count == 0)
            return new PortalError("photo-no-vendor", nameof(NewPhotoCheck.Vendors));
        var first = First(wanted.Photo, named, prices);
        return first.Ok ? new List<PlannedCheck> { first.Value } : first.Errors.ToList();
    }

    /// <summary>The first that takes the photo; where none does, what the first has against it.</summary>
    internal static Result<PlannedCheck> First(byte[] photo, IReadOnlyList<IPhotoCheckClient> clients, IReadOnlyDictionary<PhotoVendor, long> prices)
    {
        List<PortalError>? faults = null;
        for (var place = 0; place < clients.Count; place++)
        {
            var fitted = PhotoFit.Of(photo, clients[place].Limits);
            if (fitted.Ok)
                return new PlannedCheck(clients[place], fitted.Value, prices[clients[place].Vendor], [.. clients.Skip(place + 1)]) { IsBest = true };
            faults ??= [.. fitted.Errors];
        }
        return faults!;
    }
}
