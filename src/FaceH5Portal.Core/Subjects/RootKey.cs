using System.Security.Cryptography;
using System.Text;

namespace FaceH5Portal.Core.Subjects;

/// <summary>What the database's one wrapped key gives to slices that seal what belongs to no subject: a key for each purpose, which no rotation of the master key changes.</summary>
public sealed class RootKey
{
    private byte[]? root;

    internal void Use(byte[] key) => root = key;

    /// <summary>Of 32 bytes, and the same at every start.</summary>
    internal byte[] For(string purpose) =>
        HMACSHA256.HashData(root ?? throw new InvalidOperationException("The database is not open yet."), Encoding.UTF8.GetBytes(purpose));
}
