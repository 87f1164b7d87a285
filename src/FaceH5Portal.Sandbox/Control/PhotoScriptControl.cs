using System.Text.Json;
using System.Text.Json.Nodes;
using FaceH5Portal.Sandbox.Photos;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Control;

/// <summary>Says beforehand what a photo vendor is to answer for everyone with an ID number, or for everybody.</summary>
internal static class PhotoScriptControl
{
    private static readonly string[] _vendors = [.. PhotoParts.Levers.Select(lever => lever.Vendor)];

    public static bool IsMeant(JsonElement body) => body.TryGetProperty("vendor", out _) || body.TryGetProperty("answer", out _);

    public static object Read(SandboxState state) => state.Exclusively(() =>
        state.Photos.Scripts.Select(script => new { script.Vendor, IdNo = script.IdNumber, script.Answer }).ToList());

    public static object Set(JsonElement body, SandboxState state)
    {
        ControlBody.Check(body, "A script for a photo vendor", "vendor", "id_no", "answer");
        if (ControlBody.Text(body, "vendor") is not { } vendor || !_vendors.Contains(vendor))
            throw new ControlRefusal($"\"vendor\" must be one of {string.Join(", ", _vendors)}.");
        var number = ControlBody.Text(body, "id_no");
        if (!body.TryGetProperty("answer", out var answer) || answer.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            throw new ControlRefusal("\"answer\" must be an object of the vendor's own result fields, such as {\"res\":1,\"score\":\"45.3\"}, or null to take it back.");
        return state.Exclusively(() =>
        {
            state.Save(new PhotoScript(PhotoScript.KeyOf(vendor, number), JsonObject.Create(answer)));
            return new { Vendor = vendor };
        });
    }
}
