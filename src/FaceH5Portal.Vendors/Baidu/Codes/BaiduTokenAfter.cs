namespace FaceH5Portal.Vendors.Baidu.Codes;

/// <summary>What becomes of the verify_token after a code.</summary>
public enum BaiduTokenAfter
{
    /// <summary>It can be used on: for the same question, or for a further attempt where the plan keeps its URL valid after a failure.</summary>
    Same,

    /// <summary>The next try needs another one.</summary>
    New,

    /// <summary>None is needed, or none is concerned.</summary>
    None,
}
