namespace FaceH5Portal.Core.People.SigningIn;

/// <summary>Who guesses has to wait. Short, because it also keeps out whom the account belongs to.</summary>
public static class AccountLock
{
    public const int Failures = 5;

    public static TimeSpan Wait { get; } = TimeSpan.FromMinutes(5);

    public static bool IsShut(Account account, DateTime now) => account.LockedUntilUtc > now;

    /// <summary>True when this one shuts it.</summary>
    public static bool Fail(Account account, DateTime now)
    {
        account.Version++;
        if (++account.FailedAttempts < Failures)
            return false;
        (account.FailedAttempts, account.LockedUntilUtc) = (0, now + Wait);
        return true;
    }

    public static void Forgive(Account account) => (account.FailedAttempts, account.LockedUntilUtc) = (0, null);
}
