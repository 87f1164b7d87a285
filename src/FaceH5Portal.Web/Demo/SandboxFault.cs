namespace FaceH5Portal.Web.Demo;

/// <summary>The ways the vendor can break that an operator is likely to meet; the sandbox's own page knows more.</summary>
public enum SandboxFault
{
    Http500,
    Timeout,
    Reset,
    Slow,
    Html,
    Malformed,
    Error18,
    Error111,
}
