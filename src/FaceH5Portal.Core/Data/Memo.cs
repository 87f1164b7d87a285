using System.Collections.Concurrent;

namespace FaceH5Portal.Core.Data;

/// <summary>What is dear to make and asked for again and again; it forgets everything before it grows beyond its measure.</summary>
public sealed class Memo<TKey, TValue>(int most, Func<TKey, TValue> make)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> known = new();

    public TValue Of(TKey key)
    {
        if (known.TryGetValue(key, out var value))
            return value;
        if (known.Count >= most)
            known.Clear();
        return known.GetOrAdd(key, make);
    }
}
