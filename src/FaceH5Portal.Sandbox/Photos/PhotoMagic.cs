using System.Text.Json.Nodes;

namespace FaceH5Portal.Sandbox.Photos;

/// <summary>A word behind 测试 that makes a vendor answer so.</summary>
internal sealed record PhotoMagic(string Word, JsonObject Answer, string Meaning);
