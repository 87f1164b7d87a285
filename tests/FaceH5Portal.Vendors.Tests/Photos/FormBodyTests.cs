using System.Net.Http.Headers;
using System.Security.Cryptography;
using FaceH5Portal.Vendors.Photos.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace FaceH5Portal.Vendors.Tests.Photos;

public sealed class FormBodyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(767)]
    [InlineData(768)]
    [InlineData(769)]
    [InlineData(100_000)]
    public async Task Bytes_of_any_length_are_read_as_they_were_written(int length)
    {
        await ReadBackAsync(RandomNumberGenerator.GetBytes(length));
    }

    [Theory]
    [InlineData("////")]
    [InlineData("++++")]
    [InlineData("+/+/")]
    [InlineData("AAA/")]
    [InlineData("+AAA")]
    public async Task Letters_that_mean_something_else_in_a_form_are_read_as_they_were_written(string base64) =>
        await ReadBackAsync(Convert.FromBase64String(string.Concat(Enumerable.Repeat(base64, 1000)) + "/w=="));

    private static async Task ReadBackAsync(byte[] bytes)
    {
        var form = new FormBody(16);
        form.Add("name", "测试 & 甲=+");
        form.AddBase64("image", bytes);
        form.Add("thousand", "1");
        using var content = form.ToContent();
        var read = QueryHelpers.ParseQuery(await content.ReadAsStringAsync());
        Assert.Equal("测试 & 甲=+", read["name"]);
        Assert.Equal(bytes, Convert.FromBase64String(read["image"]!));
        Assert.Equal("1", read["thousand"]);
        Assert.Equal(new MediaTypeHeaderValue("application/x-www-form-urlencoded"), content.Headers.ContentType);
    }
}
