using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.People;

/// <summary>What an account may be called.</summary>
public static class AccountRules
{
    public const int LongestLogin = 120;
    public const int LongestName = 60;

    public static string Normal(string login) => login.Trim().ToLowerInvariant();

    public static List<PortalError> Check(string login, string name)
    {
        var errors = new List<PortalError>();
        if (login.Trim() is not { Length: >= 3 and <= LongestLogin } given || !given.All(letter => char.IsAsciiLetterOrDigit(letter) || "@._+-".Contains(letter, StringComparison.Ordinal)))
            errors.Add(new PortalError("login-invalid", "Login", 3, LongestLogin));
        errors.AddRange(CheckName(name));
        return errors;
    }

    public static IEnumerable<PortalError> CheckName(string name) => name.Trim() switch
    {
        "" => [new PortalError("text-required", "Name")],
        { Length: > LongestName } => [new PortalError("text-too-long", "Name", LongestName)],
        _ => [],
    };
}
