using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Core.Tests.Sessions;

/// <summary>Makes the states that somebody could put behind /r/: some true, most made up.</summary>
internal sealed class ReturnForger(Random random)
{
    private readonly string huge = new('A', 100_000);
    private readonly List<string> valid = [];

    public void Learn(string state) => valid.Add(state);

    public (string State, bool Valid) Next(bool replay)
    {
        var state = replay ? valid[random.Next(valid.Count)] : Forged(valid[random.Next(valid.Count)]);
        return (state, valid.Contains(state));
    }

    private string Forged(string state) => random.Next(1000) == 0 ? huge : random.Next(11) switch
    {
        0 => Entropy.SecretPrefix + Convert.ToBase64String(Bytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        1 => state[..random.Next(state.Length)],
        2 => Entropy.SecretPrefix,
        3 => Swapped(state),
        4 => PortalLinks.Hash(state),
        5 => state + (char)random.Next(33, 127),
        6 => state.ToUpperInvariant(),
        7 => new string([.. state.Reverse()]),
        8 => "",
        9 => Uri.EscapeDataString(state) + "%00",
        _ => new string([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(1, 0xD800))]),
    };

    /// <summary>One letter in the other case, or another one where it has none.</summary>
    private string Swapped(string state)
    {
        var letters = state.ToCharArray();
        var at = random.Next(letters.Length);
        letters[at] = char.IsAsciiLetterLower(letters[at]) ? char.ToUpperInvariant(letters[at])
            : char.IsAsciiLetterUpper(letters[at]) ? char.ToLowerInvariant(letters[at]) : 'x';
        return new string(letters);
    }

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
