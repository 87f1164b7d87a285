using System.Security.Cryptography;

namespace FaceH5Portal.Vendors.Photos;

/// <summary>Draws the number that makes two signatures of one second differ: at most 10 digits.</summary>
internal delegate uint SignatureNonce();

/// <summary>The nonce in use unless a test brings its own.</summary>
internal static class SignatureNonces
{
    public static readonly SignatureNonce Random = () => BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(sizeof(uint)));
}
