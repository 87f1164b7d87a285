using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Vendors.Juhe;
using FaceH5Portal.Vendors.Photos.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace FaceH5Portal.Vendors.Tests.Photos;

public sealed class JuheCipherTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(9 * 1024 - 1)]
    [InlineData(9 * 1024)]
    [InlineData(9 * 1024 + 1)]
    [InlineData(18 * 1024)]
    [InlineData(75_000)]
    public async Task A_photo_in_pieces_is_encrypted_as_it_is_in_one(int length)
    {
        byte[] key = JuheCipher.KeyOf("JH0123456789abcdef0123456789abcdef");
        byte[] photo = RandomNumberGenerator.GetBytes(length);
        var form = new FormBody(16);
        JuheCipher.AddPhoto(form, "image", photo, key);
        using var content = form.ToContent();
        var read = QueryHelpers.ParseQuery(await content.ReadAsStringAsync());
        Assert.Equal(Convert.ToBase64String(JuheCipher.Encrypt(Encoding.UTF8.GetBytes(Convert.ToBase64String(photo)), key)), read["image"]);
    }
}
