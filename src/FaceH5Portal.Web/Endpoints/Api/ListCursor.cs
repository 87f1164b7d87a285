using System.Buffers.Binary;
using System.Buffers.Text;
using FaceH5Portal.Core.Sessions.Finding;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>A place in the list as an opaque word.</summary>
internal static class ListCursor
{
    private const int Bytes = 24;

    public static string Write(SessionMark mark)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, mark.CreatedAtUtc.Ticks);
        mark.Id.TryWriteBytes(bytes[8..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null for a word that is none of ours.</summary>
    public static SessionMark? Read(string word)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (!Base64Url.IsValid(word, out var length) || length != Bytes || !Base64Url.TryDecodeFromChars(word, bytes, out _))
            return null;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks
            ? null : new SessionMark(new Guid(bytes[8..]), new DateTime(ticks, DateTimeKind.Utc), default, default, default);
    }
}
