using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Data;

/// <summary>Stores an immutable record as text: read and written whole, never searched.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property) where T : class =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Options),
            text => Last<T>.Read(text),
            // What is stored so is replaced, never changed.
            new ValueComparer<T>((one, other) => Equals(one, other), value => value.GetHashCode(), value => value));

    /// <summary>What was read last is mostly read again: the terms of a plan stand in each of its sessions.</summary>
    private static class Last<T> where T : class
    {
        private static Tuple<string, T>? known;

        public static T Read(string text)
        {
            if (known is not var (before, value) || before != text)
                known = Tuple.Create(text, value = JsonSerializer.Deserialize<T>(text, Options)!);
            return value;
        }
    }
}
