namespace FaceH5Portal.Vendors.Baidu.Quotas;

/// <summary>Calls that wait together. Apart from each other, so that an account without V4 can still mint tokens and save its videos.</summary>
internal enum BaiduLane
{
    /// <summary>What mints or changes something.</summary>
    Commands,

    /// <summary>Questions that anybody with H5 may ask: stat and media.</summary>
    Queries,

    /// <summary>Questions answered only where V4 is activated: simple, detail and getall.</summary>
    PaidQueries,
}
