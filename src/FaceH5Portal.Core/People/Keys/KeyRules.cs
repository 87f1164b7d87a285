using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.People.Keys;

/// <summary>Names that programs have by the settings; one made here may not take them.</summary>
public sealed record ReservedKeyNames(IReadOnlySet<string> Names);

/// <summary>What is wanted of a key.</summary>
public sealed record NewKey(string Name, IReadOnlyList<Permission> Permissions, DateTime ExpiresAtUtc);

/// <summary>A key that was made: it is shown once.</summary>
public sealed record MadeKey(Guid Id, string Key)
{
    public override string ToString() => $"key {Id}";
}

public static partial class KeyRules
{
    public const int LongestName = 40;

    /// <summary>A key that nobody renews ends by itself.</summary>
    public static TimeSpan LongestLife { get; } = TimeSpan.FromDays(365);

    /// <summary>A program cannot be asked again who it is, so it manages neither people nor keys.</summary>
    public static IReadOnlyList<Permission> Offered { get; } =
        [.. Enum.GetValues<Permission>().Except([Permission.ManagePeople, Permission.ManageKeys])];

    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public static List<PortalError> Check(NewKey wanted, DateTime now)
    {
        var errors = new List<PortalError>();
        if (!KeyName().IsMatch(wanted.Name))
            errors.Add(new PortalError("key-name-invalid", "Name", LongestName));
        if (wanted.Permissions.Count == 0 || wanted.Permissions.Except(Offered).Any())
            errors.Add(new PortalError("key-permissions-missing", "Permissions"));
        if (CheckEnd(wanted.ExpiresAtUtc, now) is { } wrong)
            errors.Add(wrong);
        return errors;
    }

    public static PortalError? CheckEnd(DateTime expires, DateTime now) =>
        expires <= now || expires > now + LongestLife ? new PortalError("key-end-invalid", "ExpiresAtUtc", (int)LongestLife.TotalDays) : null;

    [GeneratedRegex(@"^[A-Za-z0-9.-]{1,40}$")]
    private static partial Regex KeyName();
}
