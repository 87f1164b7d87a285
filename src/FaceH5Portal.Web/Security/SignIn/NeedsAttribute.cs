using FaceH5Portal.Core.Access;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>Without this permission a page is not even shown. Its services check on their own all the same.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>A page about the person's own account: for whoever is signed in, even if only to set up how.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : Attribute;
