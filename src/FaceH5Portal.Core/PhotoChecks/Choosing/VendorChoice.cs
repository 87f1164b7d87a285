using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Core.PhotoChecks.Choosing;

/// <summary>Who is asked first where the best available is wanted: those that rest last, then the order set for the purpose, else the price.</summary>
public sealed class VendorChoice(IEnumerable<IPhotoCheckClient> clients, PhotoCheckSettings settings, TimeProvider clock)
{
    private readonly Dictionary<PhotoVendor, IPhotoCheckClient> clients = clients.ToDictionary(client => client.Vendor);

    public IReadOnlyCollection<IPhotoCheckClient> All => clients.Values;

    public IPhotoCheckClient? Find(PhotoVendor vendor) => clients.GetValueOrDefault(vendor);

    /// <summary>What one more check with each vendor costs, in 1/10,000 CNY.</summary>
    internal async Task<IReadOnlyDictionary<PhotoVendor, long>> PricesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var prices = new Dictionary<PhotoVendor, long>();
        foreach (var vendor in clients.Keys)
            prices[vendor] = await PriceBook.NextAsync(db, settings.TariffOf(vendor), PhotoCheckSettings.TypeOf(vendor), ChinaDate.Today(clock), cancellationToken);
        return prices;
    }

    /// <summary>Those whose keys are set, the best first.</summary>
    public IReadOnlyList<IPhotoCheckClient> InOrder(string? purpose, IReadOnlyDictionary<PhotoVendor, long> prices)
    {
        var ready = clients.Values.Where(client => client.MissingSettings.Count == 0);
        var order = OrderOf(purpose);
        // A vendor that the order leaves out is not asked for this purpose.
        var fitting = order is null ? ready : ready.Where(client => order.Contains(client.Vendor));
        return [.. fitting.OrderBy(client => client.IsResting)
            .ThenBy(client => order?.ToList().IndexOf(client.Vendor) ?? prices[client.Vendor])
            // Equal so far: the retired service last, the others as they are known.
            .ThenBy(client => client.Vendor == PhotoVendor.TencentLegacy).ThenBy(client => client.Vendor)];
    }

    private IReadOnlyList<PhotoVendor>? OrderOf(string? purpose) => purpose is null ? null
        : settings.Orders.FirstOrDefault(one => string.Equals(one.Key, purpose.Trim(), StringComparison.OrdinalIgnoreCase)).Value;
}
