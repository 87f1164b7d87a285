namespace FaceH5Portal.Sandbox.State;

/// <summary>Whom a token is to verify, as reported through <c>idcard/submit</c>.</summary>
internal sealed record Identity(string Name, string Number, int CertificateType);
