using System.Text.Json;

namespace FaceH5Portal.Sandbox.Control;

/// <summary>Reads the bodies of control calls strictly: a slip in a test should be told at once, not be passed over.</summary>
internal static class ControlBody
{
    public static async Task<JsonElement> ReadAsync(HttpRequest request, params string[] names)
    {
        JsonElement body;
        try
        {
            body = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, JsonSerializerOptions.Default, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            throw new ControlRefusal($"The body must be a JSON object with {string.Join(", ", names)}.");
        }
        Check(body, "The body", names);
        return body;
    }

    public static void Check(JsonElement element, string what, params string[] names)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new ControlRefusal($"{what} must be a JSON object with {string.Join(", ", names)}.");
        foreach (var property in element.EnumerateObject().Where(property => !names.Contains(property.Name)))
            throw new ControlRefusal($"{what} knows no \"{property.Name}\", only {string.Join(", ", names)}.");
    }

    public static string? Text(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw new ControlRefusal($"\"{name}\" must be a text that is not empty.");
    }

    public static bool? Flag(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value)) return null;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new ControlRefusal($"\"{name}\" must be true or false.");
    }

    public static int? Number(JsonElement body, string name, int lowest, int highest)
    {
        if (!body.TryGetProperty(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= lowest && number <= highest
            ? number
            : throw new ControlRefusal($"\"{name}\" must be a whole number from {lowest} to {highest}.");
    }
}
