namespace FaceH5Portal.Core.PhotoChecks;

/// <summary>The company that a vendor's photos go to, as the contract with it has it; the person is told before they agree.</summary>
/// <param name="Company">Its name in law; null where nobody has said.</param>
/// <param name="Contact">How people reach it; null where nobody has said.</param>
public sealed record PhotoRecipient(string? Company, string? Contact);
