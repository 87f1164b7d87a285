namespace FaceH5Portal.Core.People.SigningIn;

/// <summary>By what somebody proved who they are.</summary>
public enum SignInMethod
{
    /// <summary>By a link of invitation: enough to set up how to sign in, and for nothing else.</summary>
    Link,

    /// <summary>By a password alone, before an authenticator app is set up: as a link.</summary>
    Password,

    PasswordAndCode,
    Passkey,
    Provider,
    Demo,
}

public static class SignInMethods
{
    /// <summary>Whether it opens the console.</summary>
    public static bool IsWhole(this SignInMethod method) => method is not (SignInMethod.Link or SignInMethod.Password);
}
