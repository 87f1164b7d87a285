namespace FaceH5Portal.Vendors.Photos;

/// <summary>What the photo vendors' options have in common.</summary>
public abstract class PhotoVendorOptions
{
    /// <summary>Longest wait for a check, the whole answer included. It has one try only. Default 15 s, up to 2 min.</summary>
    public TimeSpan CheckTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Which of these settings are empty, by their keys.</summary>
    internal static IReadOnlyList<string> Missing(string section, params ReadOnlySpan<(string Key, string? Value)> settings)
    {
        List<string> missing = [];
        foreach (var (key, value) in settings)
        {
            if (string.IsNullOrWhiteSpace(value))
                missing.Add($"{section}:{key}");
        }
        return missing;
    }
}
