namespace FaceH5Portal.Core.People.SigningIn;

/// <summary>How long somebody stays signed in.</summary>
/// <param name="Idle">Without anything being done.</param>
/// <param name="Longest">Whatever is done.</param>
public sealed record SignInLimits(TimeSpan Idle, TimeSpan Longest)
{
    public static SignInLimits Usual { get; } = new(TimeSpan.FromMinutes(60), TimeSpan.FromHours(12));

    /// <summary>Who has not set up yet how to sign in does it now or asks for another link.</summary>
    public static TimeSpan SettingUp { get; } = TimeSpan.FromMinutes(30);

    public static TimeSpan LinkLife { get; } = TimeSpan.FromDays(3);
}
