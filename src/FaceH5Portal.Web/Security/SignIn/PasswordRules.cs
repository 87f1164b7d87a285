using FaceH5Portal.Core.People;
using Microsoft.AspNetCore.Identity;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>
/// What is too easy to guess is refused, whatever it is made of; zxcvbn knows the common ones in any disguise. So is
/// what is known to have leaked, where the house keeps a list.
/// </summary>
internal sealed class PasswordRules(LeakedPasswords leaked) : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    public const int Longest = 128;
    public const string TooEasy = "password-too-easy";
    public const string Leaked = "password-leaked";

    private const int LeastScore = 3;

    // Beyond this its reckoning takes long, and says nothing new.
    private const int Reckoned = 64;

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var reckoned = password ?? "";
        var score = Zxcvbn.Zxcvbn.MatchPassword(reckoned[..Math.Min(reckoned.Length, Reckoned)], [user.Login, user.Name, "faceh5portal"]).Score;
        var fault = score < LeastScore ? TooEasy : leaked.Holds(reckoned) ? Leaked : null;
        return Task.FromResult(fault is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = fault }));
    }
}
