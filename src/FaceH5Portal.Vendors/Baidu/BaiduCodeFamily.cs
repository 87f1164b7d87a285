namespace FaceH5Portal.Vendors.Baidu;

/// <summary>What a Baidu code means, as far as anybody has to act differently. The raw code stays beside it; which codes belong where, <see cref="Codes.BaiduCodeTable"/> says.</summary>
public enum BaiduCodeFamily
{
    /// <summary>0: the person passed.</summary>
    Passed,

    /// <summary>222351: name and number do not belong together, or the number is unknown. Charged.</summary>
    IdentityMismatch,

    /// <summary>222354: the number is unknown. Charged.</summary>
    IdentityNotFound,

    /// <summary>222352, 222353, 222038: the name, number or certificate type has a wrong form. Free.</summary>
    IdentityFormat,

    /// <summary>222350, 222355: the official source has no usable portrait. Charged.</summary>
    NoPortraitOnFile,

    /// <summary>222360: compared and below the pass mark. Charged.</summary>
    NoMatch,

    /// <summary>222356, 2222xx, 2231xx: the face in the picture is not good enough. Free.</summary>
    FaceQuality,

    /// <summary>223120, 223051, 2164xx, 2165xx, 216908, 80000x, 283507, 283457: no live person was seen. Free.</summary>
    LivenessFailed,

    /// <summary>223131, 223135: the picture was made or altered. Free.</summary>
    SyntheticImage,

    /// <summary>2, 4, 282000, 283512, 283436, 222361: something behind the vendor is down; later may work.</summary>
    ServiceUnavailable,

    /// <summary>283450: the person has not begun.</summary>
    NotStarted,

    /// <summary>283451: captured, being compared.</summary>
    InProgress,

    /// <summary>283437: the token was used up, has expired, or belongs to another app. Says nothing about the person.</summary>
    TokenDead,

    /// <summary>283455: asked too early or too late.</summary>
    OutsideWindow,

    /// <summary>6, 17, 18, 19, 100, 283400, 283421, 283435, 283520: the account, the quota or the plan is set up wrongly. A single 18 may also be a burst; one that stays is this.</summary>
    SetUpFault,

    /// <summary>110, 111: the access token is invalid or expired. The client renews it once by itself.</summary>
    AccessToken,

    /// <summary>216200–216202, 222019, 222020, 222304, 222309: the uploaded portrait was not taken.</summary>
    ImageRejected,

    /// <summary>3, 216100, 216101, 283513: the request was not understood.</summary>
    InvalidRequest,

    /// <summary>A code nobody told us about.</summary>
    Unknown,
}
