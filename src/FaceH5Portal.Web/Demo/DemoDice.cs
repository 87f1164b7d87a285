using System.Buffers.Binary;
using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Web.Demo;

/// <summary>Chance for what is made up.</summary>
internal sealed class DemoDice(Entropy entropy)
{
    /// <summary>From <paramref name="least"/> to less than <paramref name="end"/>.</summary>
    public int From(int least, int end) => least + (int)(Share() * (end - least));

    public double Between(double least, double most) => least + (Share() * (most - least));

    public bool Chance(double share) => Share() < share;

    public char One(string letters) => letters[From(0, letters.Length)];

    /// <summary>One of several, more often where its weight is greater.</summary>
    public T Pick<T>((int Weight, T Value)[] among)
    {
        var left = From(0, among.Sum(choice => choice.Weight));
        return among.First(choice => (left -= choice.Weight) < 0).Value;
    }

    private double Share() => BinaryPrimitives.ReadUInt32LittleEndian(entropy.Bytes(sizeof(uint))) / (uint.MaxValue + 1.0);
}
