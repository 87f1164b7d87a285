using System.Globalization;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Security.Limits;

/// <summary>How often in a minute. Many people may sit behind one address, and one person clicks no faster than this.</summary>
public sealed record RateLimitSettings(int PerAddress, int PerLink, int UnknownPerAddress, int PerApiKey, int SignInPerAddress = 30)
{
    private const int Most = 1_000_000;

    /// <exception cref="PortalStartException">A limit is there and is no number.</exception>
    public static RateLimitSettings Read(IConfiguration configuration) => new(
        Read(configuration, nameof(PerAddress), 1200),
        Read(configuration, nameof(PerLink), 60),
        Read(configuration, nameof(UnknownPerAddress), 60),
        Read(configuration, nameof(PerApiKey), 6000),
        Read(configuration, nameof(SignInPerAddress), 30));

    private static int Read(IConfiguration configuration, string name, int usual)
    {
        var value = configuration[$"Portal:RateLimits:{name}"];
        if (string.IsNullOrWhiteSpace(value))
            return usual;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= Most
            ? limit
            : throw new PortalStartException($"Portal:RateLimits:{name} is \"{value}\". It must be a number of requests in a minute, from 1 to {Most}.");
    }
}
