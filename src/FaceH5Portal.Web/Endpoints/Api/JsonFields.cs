using System.Text.Json;
using System.Text.Unicode;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>Reads a JSON object strictly, field by field, and collects everything that is wrong with it.</summary>
internal sealed partial class JsonFields
{
    private readonly Dictionary<string, JsonElement> values = [];
    private readonly List<PortalError> errors = [];

    private JsonFields(JsonElement root, IReadOnlyCollection<string> known)
    {
        foreach (var property in root.EnumerateObject())
            if (!known.Contains(property.Name))
                errors.Add(new PortalError("field-unknown", property.Name[..Math.Min(property.Name.Length, 64)], string.Join(", ", known)));
            else if (!values.TryAdd(property.Name, property.Value))
                errors.Add(new PortalError("field-repeated", property.Name));
    }

    public static Result<T> Read<T>(byte[] body, IReadOnlyCollection<string> known, Func<JsonFields, T> read)
    {
        if (!Utf8.IsValid(body))
            return new PortalError("body-not-json", null, 1, 1);
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new PortalError("body-not-object");
            var fields = new JsonFields(document.RootElement, known);
            var value = read(fields);
            return fields.errors.Count > 0 ? fields.errors : value;
        }
        catch (JsonException exception)
        {
            // Its message quotes the body, so only the place is told.
            return new PortalError("body-not-json", null, exception.LineNumber + 1 ?? 1, exception.BytePositionInLine + 1 ?? 1);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which is JSON and yet no text.
            return new PortalError("body-not-json", null, 1, 1);
        }
    }

    public string? Text(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            return Refuse<string>(new PortalError("field-not-text", name, Kind(value)));
        var text = value.GetString()!;
        return text.Any(char.IsControl) ? Refuse<string>(new PortalError("field-control-characters", name)) : text;
    }

    public bool Has(string name) => Find(name) is not null;

    public string Required(string name)
    {
        if (Find(name) is null)
            errors.Add(new PortalError("field-missing", name));
        return Text(name) ?? "";
    }

    public bool Boolean(string name)
    {
        if (Find(name) is not { } value)
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            errors.Add(new PortalError("field-not-boolean", name, Kind(value)));
        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>Words that may have lines.</summary>
    public string Prose(string name)
    {
        if (Find(name) is not { } value)
        {
            errors.Add(new PortalError("field-missing", name));
            return "";
        }
        if (value.ValueKind != JsonValueKind.String)
            return Refuse<string>(new PortalError("field-not-text", name, Kind(value))) ?? "";
        var text = value.GetString()!;
        return text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))
            ? Refuse<string>(new PortalError("field-control-characters", name)) ?? "" : text;
    }

    /// <summary>A field that says null says nothing.</summary>
    private JsonElement? Find(string name) =>
        values.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string Kind(JsonElement value) => JsonNamingPolicy.CamelCase.ConvertName(value.ValueKind.ToString());

    private T? Refuse<T>(PortalError error) where T : class
    {
        errors.Add(error);
        return null;
    }
}
