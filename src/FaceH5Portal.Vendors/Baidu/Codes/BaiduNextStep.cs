namespace FaceH5Portal.Vendors.Baidu.Codes;

/// <summary>The one thing to do next, for a button or an icon; the sentences of the entry say it in words.</summary>
public enum BaiduNextStep
{
    /// <summary>Nothing: it is over.</summary>
    Done,

    /// <summary>The person tries again.</summary>
    TryAgain,

    /// <summary>Somebody corrects name, number or certificate type.</summary>
    CorrectIdentity,

    /// <summary>The person tries again where they can be seen better.</summary>
    BetterLight,

    /// <summary>Another way of verifying, or another device.</summary>
    AnotherWay,

    /// <summary>The person turns to the business that asked them.</summary>
    ContactSupport,

    /// <summary>An operator mends plan, keys, permission or quota.</summary>
    SetUp,

    /// <summary>Everybody waits.</summary>
    Wait,
}
