using System.Text.RegularExpressions;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.Keys;
using FaceH5Portal.Web.Security;

namespace FaceH5Portal.Web.Hosting;

/// <summary>Who may call the integration API, and where it may send people.</summary>
public sealed partial record ApiSettings
{
    public const string SandboxKey = "sandbox-portal-key";

    private const int ShortestKey = 24;

    public required IReadOnlyList<ApiKey> Keys { get; init; }

    public required IReadOnlySet<string> ReturnUrlHosts { get; init; }

    /// <summary>In Development a return address may be on this machine, over plain http.</summary>
    public required bool AllowsLoopbackReturn { get; init; }

    /// <exception cref="PortalStartException">A setting is there and cannot be used.</exception>
    public static ApiSettings Read(IConfiguration configuration, IHostEnvironment environment, bool usesSandbox)
    {
        var keys = configuration.GetSection("Api:Keys").GetChildren().Select(ReadKey).ToList();
        var sandbox = KeyRules.Hash(SandboxKey);
        if (!usesSandbox && keys.Exists(key => key.Sha256 == sandbox))
            throw new PortalStartException(
                $"Api:Keys holds {SandboxKey}, which everybody knows. It is for the sandbox alone; make a key of your own, as with openssl rand -hex 32.");
        if (usesSandbox && environment.IsDevelopment() && !keys.Exists(key => key.Sha256 == sandbox))
            keys.Add(new ApiKey("sandbox", sandbox, SandboxPermissions));
        if (keys.DistinctBy(key => key.Name).Count() < keys.Count || keys.DistinctBy(key => key.Sha256).Count() < keys.Count)
            throw new PortalStartException("Api:Keys holds two entries with one name or one key. The audit tells keys apart by name, so each needs its own.");
        return new ApiSettings
        {
            Keys = keys,
            ReturnUrlHosts = Words(configuration["Api:ReturnUrlHosts"]).ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowsLoopbackReturn = environment.IsDevelopment(),
        };
    }

    // What an operator may do, people masked.
    private static HashSet<Permission> SandboxPermissions =>
        [.. RolePermissions.Of(Role.Operator).Except([Permission.SeePersonalData])];

    private static ApiKey ReadKey(IConfigurationSection section)
    {
        var name = section["Name"] ?? "";
        if (!Name().IsMatch(name))
            throw new PortalStartException($"{section.Path}:Name is \"{name}\". It must be 1 to 40 letters, digits, dots or dashes; the audit shows it.");
        return new ApiKey(name, ReadHash(section), ReadPermissions(section));
    }

    private static string ReadHash(IConfigurationSection section) => (section["Key"], section["KeySha256"]) switch
    {
        (SandboxKey, null) => KeyRules.Hash(SandboxKey),
        ({ Length: >= ShortestKey } key, null) => KeyRules.Hash(key),
        (null, { } hash) when Sha256().IsMatch(hash) => hash.ToLowerInvariant(),
        _ => throw new PortalStartException(
            $"{section.Path} needs either Key, of at least {ShortestKey} characters, or KeySha256, its SHA-256 in hex."),
    };

    private static HashSet<Permission> ReadPermissions(IConfigurationSection section)
    {
        var words = Words(section["Permissions"]).ToList();
        var permissions = words.Select(word => Enum.TryParse<Permission>(word, ignoreCase: true, out var permission) && !char.IsAsciiDigit(word[0])
            ? permission : throw new PortalStartException($"{section.Path}:Permissions holds \"{word}\". {Known}")).ToHashSet();
        return permissions.Count > 0 ? permissions : throw new PortalStartException($"{section.Path}:Permissions is empty. {Known}");
    }

    private static string Known => $"Known are {string.Join(", ", Enum.GetNames<Permission>())}, separated by commas.";

    private static string[] Words(string? list) =>
        (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^[A-Za-z0-9.-]{1,40}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[0-9A-Fa-f]{64}$")]
    private static partial Regex Sha256();
}
