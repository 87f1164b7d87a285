using System.Runtime.CompilerServices;
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
        property.HasConversion(value => Write(value), text => Read<T>(text), Comparer<T>());

    /// <summary>For a text that stands in many rows: it is read and written once, and they share the record.</summary>
    public static PropertyBuilder<T> IsSharedJson<T>(this PropertyBuilder<T> property) where T : class =>
        property.HasConversion(value => Shared<T>.TextOf(value), text => ReadShared<T>(text), Comparer<T>());

    /// <summary>What <see cref="IsSharedJson"/> stored.</summary>
    public static T ReadShared<T>(string text) where T : class => Shared<T>.Records.Of(text);

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    private static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    // What is stored so is replaced, never changed.
    private static ValueComparer<T> Comparer<T>() where T : class =>
        new((one, other) => Equals(one, other), value => value.GetHashCode(), value => value);

    private static class Shared<T> where T : class
    {
        public static readonly Memo<string, T> Records = new(200, Read<T>);

        private static readonly ConditionalWeakTable<T, string> Texts = [];

        public static string TextOf(T record) => Texts.GetValue(record, Write);
    }
}
