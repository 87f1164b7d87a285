using System.Text.Json.Nodes;

namespace FaceH5Portal.Sandbox.State;

/// <summary>What a vendor is to say of everyone with an ID number, or of everybody: its own result fields.</summary>
/// <param name="Key">Vendor and ID number.</param>
/// <param name="Answer">Null where it is taken back.</param>
internal sealed record PhotoScript(string Key, JsonObject? Answer)
{
    private const string Everybody = "*";

    public string Vendor => Key[..Key.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>Null for everybody.</summary>
    public string? IdNumber => Key[(Vendor.Length + 1)..] is var number and not Everybody ? number : null;

    public static string KeyOf(string vendor, string? idNumber) => $"{vendor}:{idNumber ?? Everybody}";
}
