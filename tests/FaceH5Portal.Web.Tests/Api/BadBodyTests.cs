using System.Net;
using System.Text;
using FaceH5Portal.Core.Sessions;

namespace FaceH5Portal.Web.Tests.Api;

[Collection(ApiTests.Name)]
public sealed class BadBodyTests(ApiPortal portal)
{
    [Theory]
    [InlineData("""{"plan":1001}""", 400, "field-not-text", "plan", "number")]
    [InlineData("""{"plan":["1001"]}""", 400, "field-not-text", "plan", "array")]
    [InlineData("""{"reference":"x"}""", 400, "field-missing", "plan", "required")]
    [InlineData("""{"plan":null}""", 400, "field-missing", "plan", "required")]
    [InlineData("""{"plan":"1001","idNumber":110101199003070011}""", 400, "field-not-text", "idNumber", "number")]
    [InlineData("""{"plan":"1001","id_number":"1"}""", 400, "field-unknown", "id_number", "idNumber")]
    [InlineData("""{"plan":"1001","Plan":"1001"}""", 400, "field-unknown", "Plan", "plan")]
    [InlineData("""{"plan":"1001","plan":"1002"}""", 400, "field-repeated", "plan", "more than once")]
    [InlineData("""{"plan":"1001","certificateType":6}""", 400, "field-not-certificate", "certificateType", "0 to 5")]
    [InlineData("""{"plan":"1001","certificateType":"0"}""", 400, "field-not-certificate", "certificateType", "residentIdCard")]
    [InlineData("""{"plan":"1001","certificateType":true}""", 400, "field-not-certificate", "certificateType", "residentIdCard")]
    [InlineData("""{"plan":"1001","acceptCheckDigit":"yes"}""", 400, "field-not-boolean", "acceptCheckDigit", "true or false")]
    [InlineData("""{"plan":"1001","matchImage":"data:image/jpeg;base64,AAAA"}""", 400, "field-encoding", "matchImage", "base64")]
    [InlineData("""{"plan":"1001","matchImage":7}""", 400, "field-not-text", "matchImage", "number")]
    [InlineData("""{"plan":"1001","reference":"a\u0000b"}""", 400, "field-control-characters", "reference", "control")]
    [InlineData("""{"plan":"1099"}""", 422, "plan-unknown", "plan", "does not exist")]
    [InlineData("""{"plan":"7f0c1a52-4f0a-4a39-9a9b-6a4d0b8d9d11"}""", 422, "plan-unknown", "plan", "does not exist")]
    [InlineData("""{"plan":"1001","name":"测试甲","idNumber":"12"}""", 422, "number-length", "idNumber", "18")]
    [InlineData("""{"plan":"1004","matchImage":"AAAA"}""", 422, "photo-not-an-image", "matchImage", "JPEG")]
    [InlineData("""{"plan":"1003","purpose":" "}""", 422, "text-required", "purpose", "required")]
    public async Task A_body_that_cannot_be_meant_is_told_what_is_wrong_and_where(string body, int status, string code, string field, string words)
    {
        using var caller = portal.Call();
        var before = await portal.CountAsync<VerificationSession>();
        var reply = await caller.PostTextAsync(body);
        Assert.Equal(((HttpStatusCode)status, code, "application/problem+json"), (reply.Status, reply.Code, reply.MediaType));
        Assert.Equal([field], reply.Fields);
        Assert.Contains(words, reply.Detail, StringComparison.Ordinal);
        Assert.Equal((status, $"urn:faceh5portal:{code}"), (reply.Json.GetProperty("status").GetInt32(), reply.Json.GetProperty("type").GetString()));
        Assert.Equal(before, await portal.CountAsync<VerificationSession>());
    }

    [Theory]
    [InlineData("", "body-not-json")]
    [InlineData("{", "body-not-json")]
    [InlineData("""{"plan":"1001",}""", "body-not-json")]
    [InlineData("plan=1001", "body-not-json")]
    [InlineData("""{"plan":"\ud800"}""", "body-not-json")]
    [InlineData("""{"\ud800":1}""", "body-not-json")]
    [InlineData("[]", "body-not-object")]
    [InlineData("null", "body-not-object")]
    public async Task What_is_no_json_object_is_refused_and_not_quoted(string body, string code)
    {
        using var caller = portal.Call();
        var reply = await caller.PostTextAsync(body);
        Assert.Equal((HttpStatusCode.BadRequest, code), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        using var caller = portal.Call();
        using var content = new ByteArrayContent([.. "{\"plan\":\""u8, 0xff, 0xfe, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");
        var reply = await caller.SendAsync(new HttpRequestMessage(HttpMethod.Post, ApiCaller.Sessions) { Content = content, Headers = { { "Idempotency-Key", "bytes" } } });
        Assert.Equal((HttpStatusCode.BadRequest, "body-not-json"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_body_nested_without_end_is_refused()
    {
        using var caller = portal.Call();
        var reply = await caller.PostTextAsync($"{{\"plan\":{new string('[', 100_000)}");
        Assert.Equal((HttpStatusCode.BadRequest, "body-not-json"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        using var caller = portal.Call();
        var reply = await caller.PostTextAsync("""{"plan":1,"name":2,"certificateType":9,"nickname":"x"}""");
        Assert.Equal((HttpStatusCode.BadRequest, "several-fields"), (reply.Status, reply.Code));
        Assert.Equal(["nickname", "plan", "name", "certificateType"], reply.Fields);
        var refused = await caller.PostAsync(ApiCaller.Body(("name", ""), ("idNumber", "")));
        Assert.Equal(["name", "idNumber"], refused.Fields);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Anything_but_json_is_an_unsupported_type(string mediaType)
    {
        using var caller = portal.Call();
        var reply = await caller.PostTextAsync("{}", mediaType: mediaType);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "media-type-unsupported"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_body_without_a_type_is_an_unsupported_type()
    {
        using var caller = portal.Call();
        var request = new HttpRequestMessage(HttpMethod.Post, ApiCaller.Sessions) { Content = new ByteArrayContent("{}"u8.ToArray()) };
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await caller.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_big_is_refused_whether_or_not_it_says_so(bool chunked)
    {
        using var caller = portal.Call();
        var body = Encoding.UTF8.GetBytes($$"""{"plan":"1004","matchImage":"{{new string('A', 14 * 1024 * 1024)}}"}""");
        var request = new HttpRequestMessage(HttpMethod.Post, ApiCaller.Sessions) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = chunked;
        var reply = await caller.SendAsync(request);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "body-too-big"), (reply.Status, reply.Code));
        Assert.Contains("14 MiB", reply.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_is_too_big_for_the_vendor_is_told_so_in_words()
    {
        using var caller = portal.Call();
        var reply = await caller.PostAsync(ApiCaller.Body(("plan", "1004"), ("matchImage", Convert.ToBase64String(new byte[8 * 1024 * 1024]))));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "photo-too-big"), (reply.Status, reply.Code));
    }
}
