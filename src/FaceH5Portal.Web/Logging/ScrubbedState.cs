using System.Collections;

namespace FaceH5Portal.Web.Logging;

/// <summary>A line and the values it was made of, for a log that keeps them apart, such as the console's JSON: each scrubbed, when it is read.</summary>
internal sealed class ScrubbedState(string message, IReadOnlyList<KeyValuePair<string, object?>> values) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => values.Count;

    public KeyValuePair<string, object?> this[int index] => new(values[index].Key, Scrub(values[index].Value));

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => message;

    // A number or a time has no room for a secret; all else is looked at as the text that it would be printed as.
    private static object? Scrub(object? value) => value switch
    {
        null or bool or byte or short or int or double or TimeSpan or DateTime or DateTimeOffset or Guid or Enum => value,
        _ => SecretScrubber.Scrub(value.ToString() ?? ""),
    };
}
