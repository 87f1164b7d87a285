using System.Globalization;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using FaceH5Portal.Core.Ledger.Pricing;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Vendors.Photos;

namespace FaceH5Portal.Web.Hosting;

/// <summary>Reads what the settings say about photo checks.</summary>
internal static class PhotoCheckReading
{
    private const int LongestStay = 3650;
    private const int LongestWords = 200;

    /// <exception cref="PortalStartException">A setting is there and cannot be used.</exception>
    public static PhotoCheckSettings Of(IConfigurationSection section) => new()
    {
        Prices = section.GetSection("Prices").GetChildren().ToDictionary(price => Vendor("PhotoChecks:Prices", price.Key), Price),
        PriceListId = section["PriceListId"] switch
        {
            null or "" => null,
            var text => Guid.TryParse(text, out var id) ? id : throw Wrong("PriceListId", text, "the id of a price list, as its page's address has it"),
        },
        Orders = section.GetSection("Orders").GetChildren().ToDictionary(
            order => order["Purpose"] is { Length: > 0 } purpose ? purpose.Trim() : throw Wrong($"Orders:{order.Key}:Purpose", "", "the purpose it is for"), Order,
            StringComparer.OrdinalIgnoreCase),
        Recipients = section.GetSection("Recipients").GetChildren().ToDictionary(
            recipient => Vendor("PhotoChecks:Recipients", recipient.Key), recipient => new PhotoRecipient(Words(recipient, "Company"), Words(recipient, "Contact"))),
        PhotoDays = section["PhotoDays"] switch
        {
            null or "" => new PhotoCheckSettings().PhotoDays,
            var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= LongestStay
                ? days : throw Wrong("PhotoDays", text, $"a number of days from 1 to {LongestStay}"),
        },
    };

    private static long Price(IConfigurationSection price) =>
        decimal.TryParse(price.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
            && Money.FromYuan(yuan) is var amount and >= 0 and <= PriceListRules.HighestPrice && Money.ToYuan(amount) == yuan
            ? amount : throw Wrong($"Prices:{price.Key}", price.Value, "what one check costs in yuan, such as 0.85, with at most four decimals");

    /// <summary>Short enough for the words that people agree to.</summary>
    private static string? Words(IConfigurationSection recipient, string name) => recipient[name]?.Trim() switch
    {
        null or "" => null,
        { Length: <= LongestWords } words when !words.Any(char.IsControl) => words,
        var words => throw Wrong($"Recipients:{recipient.Key}:{name}", words, $"one line of at most {LongestWords} characters"),
    };

    private static IReadOnlyList<PhotoVendor> Order(IConfigurationSection order) => [.. (order["Vendors"] ?? "")
        .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(name => Vendor($"PhotoChecks:Orders:{order.Key}:Vendors", name)).Distinct()];

    private static PhotoVendor Vendor(string setting, string name) => Enum.TryParse<PhotoVendor>(name, ignoreCase: true, out var vendor) && Enum.IsDefined(vendor)
        ? vendor : throw new PortalStartException($"{setting} names \"{name}\". It must be {string.Join(", ", Enum.GetNames<PhotoVendor>())}.");

    private static PortalStartException Wrong(string name, string? text, string meant) => new($"PhotoChecks:{name} is \"{text}\". It must be {meant}.");
}
