using System.Net;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class MediaTests
{
    private const string FaceUrl = "https://bj.bcebos.com/v1/face.jpg?authorization=bce-auth-v1";
    private const string FacePath = "/v1/face.jpg";
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Fact]
    public async Task An_image_is_told_by_its_bytes_and_fetched_without_an_access_token()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(FacePath, Jpeg);

        var answer = await bench.Client.DownloadAsync(FaceUrl, CancellationToken.None);

        Assert.Equal(Jpeg, answer.Value?.Bytes);
        Assert.Equal("image/jpeg", answer.Value?.MediaType);
        Assert.Null(answer.RawBody);
        Assert.Equal(new Uri(FaceUrl), Assert.Single(bench.Stub.Calls).Url);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A00", "image/png")]
    [InlineData("52494646000000005745425000", "image/webp")]
    [InlineData("000000186674797069736F6D00", "video/mp4")]
    [InlineData("1A45DFA300", "video/webm")]
    public async Task Other_types_are_told_by_their_bytes(string hex, string type)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(FacePath, Convert.FromHexString(hex));

        Assert.Equal(type, (await bench.Client.DownloadAsync(FaceUrl, CancellationToken.None)).Value?.MediaType);
    }

    [Theory]
    [InlineData("https://bcebos.com/v1/face.jpg")]
    [InlineData("http://bj.bcebos.com/v1/face.jpg")]
    [InlineData("https://BRAIN.baidu.com/v1/face.jpg")]
    [InlineData("https://media.example/v1/face.jpg")]
    [InlineData("http://other.example:8080/v1/face.jpg")]
    public async Task Allowed_hosts_are_fetched(string url)
    {
        using var bench = BaiduBench.WithStub(("MediaHosts:0", "media.example"), ("MediaHosts:1", "other.example:8080"));
        bench.Stub.Plan(FacePath, Jpeg);

        Assert.True((await bench.Client.DownloadAsync(url, CancellationToken.None)).IsSuccess);
    }

    [Theory]
    [InlineData("https://evil.example/v1/face.jpg")]
    [InlineData("https://notbcebos.com/v1/face.jpg")]
    [InlineData("https://bcebos.com.evil.example/v1/face.jpg")]
    [InlineData("https://bcebos.com@evil.example/v1/face.jpg")]
    [InlineData("https://user:pass@bj.bcebos.com/v1/face.jpg")]
    [InlineData("https://bj.bcebos.com:8443/v1/face.jpg")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://127.0.0.1/v1/face.jpg")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://bj.bcebos.com/v1/face.jpg")]
    [InlineData("//bj.bcebos.com/v1/face.jpg")]
    [InlineData("xxx.jpg")]
    [InlineData("")]
    public async Task Any_other_address_is_refused_before_anything_is_sent(string url)
    {
        using var bench = BaiduBench.WithStub();

        var answer = await bench.Client.DownloadAsync(url, CancellationToken.None);

        Assert.Equal((VendorFaultKind.Refused, "url-not-allowed"), (answer.Fault!.Kind, answer.Fault.Code));
        Assert.Empty(bench.Stub.Calls);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var server = new RawServer((socket, ct) =>
            RawServer.SendAsync(socket, "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", ct));
        using var bench = BaiduBench.Against(server.Url);

        var answer = await bench.Client.DownloadAsync(server.Url + FacePath, CancellationToken.None);

        Assert.Equal((VendorFaultKind.Refused, "http-302"), (answer.Fault!.Kind, answer.Fault.Code));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_link_that_expired_is_a_refusal()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(FacePath, "<Error/>", HttpStatusCode.Forbidden);

        var answer = await bench.Client.DownloadAsync(FaceUrl, CancellationToken.None);

        Assert.Equal((VendorFaultKind.Refused, "http-403"), (answer.Fault!.Kind, answer.Fault.Code));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<html>expired</html>", "not-media")]
    public async Task What_is_no_picture_is_unreadable(string body, string code)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(FacePath, body);

        var answer = await bench.Client.DownloadAsync(FaceUrl, CancellationToken.None);

        Assert.Equal((VendorFaultKind.Unreadable, code), (answer.Fault!.Kind, answer.Fault.Code));
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_given_up()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(FacePath, [.. Jpeg, .. new byte[12 * 1024 * 1024]]);

        Assert.Equal("too-large", (await bench.Client.DownloadAsync(FaceUrl, CancellationToken.None)).Fault?.Code);
    }

    [Fact]
    public async Task A_download_is_tried_a_second_time_after_a_server_error()
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(FacePath, "", HttpStatusCode.BadGateway).Plan(FacePath, Jpeg);

        Assert.True((await bench.Client.DownloadAsync(FaceUrl, CancellationToken.None)).IsSuccess);
    }
}
