using System.Buffers.Binary;
using System.Text;

namespace FaceH5Portal.TestKit;

/// <summary>A message of Protocol Buffers, read by the numbers of its fields and with no type of its own.</summary>
public sealed class ProtoMessage
{
    private readonly List<(int Number, ReadOnlyMemory<byte> Bytes)> fields = [];

    /// <exception cref="InvalidDataException">It is no such message.</exception>
    public ProtoMessage(ReadOnlyMemory<byte> message)
    {
        while (message.Length > 0)
        {
            var tag = Number(ref message);
            var length = (tag & 7) switch
            {
                // A number without a length says by its bits how far it goes; its bytes are kept as they are.
                0 => message.Length - After(message).Length,
                1 => sizeof(ulong),
                2 => (int)Number(ref message),
                5 => sizeof(uint),
                var other => throw new InvalidDataException($"A field of the unknown kind {other}."),
            };
            if (length > message.Length)
                throw new InvalidDataException("A field goes on beyond its message.");
            fields.Add(((int)(tag >> 3), message[..length]));
            message = message[length..];
        }
    }

    public IEnumerable<ReadOnlyMemory<byte>> All(int number) => fields.Where(field => field.Number == number).Select(field => field.Bytes);

    public IEnumerable<ProtoMessage> Messages(int number) => All(number).Select(bytes => new ProtoMessage(bytes));

    public string Text(int number) => Encoding.UTF8.GetString(All(number).LastOrDefault().Span);

    public string Hex(int number) => Convert.ToHexStringLower(All(number).LastOrDefault().Span);

    /// <summary>The messages behind the length that a stream of gRPC puts before each; none of them compressed.</summary>
    public static IEnumerable<ProtoMessage> InStream(ReadOnlyMemory<byte> stream)
    {
        const int head = 5;
        while (stream.Length > 0)
        {
            if (stream.Span[0] != 0)
                throw new InvalidDataException("A compressed message.");
            var length = BinaryPrimitives.ReadInt32BigEndian(stream.Span[1..head]);
            yield return new ProtoMessage(stream[head..(head + length)]);
            stream = stream[(head + length)..];
        }
    }

    private static ulong Number(ref ReadOnlyMemory<byte> from)
    {
        var (value, rest) = (0UL, After(from));
        var digits = from.Span[..(from.Length - rest.Length)];
        for (var at = digits.Length - 1; at >= 0; at--)
            value = (value << 7) | (digits[at] & 0x7FUL);
        from = rest;
        return value;
    }

    /// <summary>What stands behind a number of seven bits a byte, the last without the eighth.</summary>
    private static ReadOnlyMemory<byte> After(ReadOnlyMemory<byte> from)
    {
        for (var at = 0; at < Math.Min(from.Length, 10); at++)
            if ((from.Span[at] & 0x80) == 0)
                return from[(at + 1)..];
        throw new InvalidDataException("A number without an end.");
    }
}
