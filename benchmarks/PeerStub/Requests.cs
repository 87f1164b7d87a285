namespace PeerStub;

internal sealed record GenerateRequest(string PlanId);

internal sealed record TokenRequest(string VerifyToken);

internal sealed record SubmitRequest(string VerifyToken, string IdName, string IdNo, string CertificateType = "0");
