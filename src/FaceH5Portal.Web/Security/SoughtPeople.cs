using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Web.Security;

/// <summary>
/// Whom this visit has looked for, under words that say nothing: a name or a number in an address would stand in
/// histories and logs.
/// </summary>
public sealed class SoughtPeople(Entropy entropy)
{
    private const int Most = 50;

    private readonly Dictionary<string, SoughtPerson> people = [];
    private readonly Queue<string> oldest = new();

    public string Keep(SoughtPerson person)
    {
        if (people.FirstOrDefault(known => known.Value == person).Key is { } again)
            return again;
        if (people.Count == Most)
            people.Remove(oldest.Dequeue());
        var word = Convert.ToHexStringLower(entropy.Bytes(8));
        people[word] = person;
        oldest.Enqueue(word);
        return word;
    }

    /// <summary>Null where another visit has looked.</summary>
    public SoughtPerson? Find(string word) => people.GetValueOrDefault(word);
}
