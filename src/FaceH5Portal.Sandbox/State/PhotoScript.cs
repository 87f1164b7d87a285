using System.Text.Json.Nodes;

namespace FaceH5Portal.Sandbox.State;

/// <summary>What a vendor is to say of everyone with an ID number: its own result fields.</summary>
internal sealed record PhotoScript(string Key, JsonObject Answer)
{
    public static string KeyOf(string vendor, string idNumber) => $"{vendor}:{idNumber}";
}
