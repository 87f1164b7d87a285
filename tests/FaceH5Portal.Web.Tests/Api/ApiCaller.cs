using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace FaceH5Portal.Web.Tests.Api;

/// <summary>A program that calls the API with a key of its own, or with none.</summary>
public sealed class ApiCaller : IDisposable
{
    public const string Sessions = "/api/v1/sessions";
    public const string Name = "测试柳絮飞";
    public const string Number = "110101199003070011";

    private readonly HttpClient http;

    public ApiCaller(HttpClient http, string? key)
    {
        this.http = http;
        if (key is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public void Dispose() => http.Dispose();

    public HttpClient Http => http;

    /// <summary>What most sessions are made of; a test changes what it is about.</summary>
    public static Dictionary<string, object?> Body(params (string Field, object? Value)[] changes)
    {
        var body = new Dictionary<string, object?> { ["plan"] = "1001", ["name"] = Name, ["idNumber"] = Number };
        foreach (var (field, value) in changes)
            body[field] = value;
        return body;
    }

    public Task<ApiReply> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<ApiReply> PostAsync(object body, string? idempotencyKey = null) =>
        PostTextAsync(JsonSerializer.Serialize(body), idempotencyKey);

    public Task<ApiReply> PostTextAsync(string body, string? idempotencyKey = null, string mediaType = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Sessions) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        request.Headers.Add("Idempotency-Key", idempotencyKey ?? Guid.NewGuid().ToString());
        return SendAsync(request);
    }

    public Task<ApiReply> CancelAsync(Guid id) => SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{Sessions}/{id}/cancel"));

    public async Task<Guid> CreateAsync(params (string Field, object? Value)[] changes)
    {
        var reply = await PostAsync(Body(changes));
        Assert.Equal((HttpStatusCode.Created, ""), (reply.Status, reply.Code));
        return reply.Json.GetProperty("id").GetGuid();
    }

    public async Task<JsonElement> SeeAsync(Guid id) => (await GetAsync($"{Sessions}/{id}")).Json;

    public async Task<ApiReply> SendAsync(HttpRequestMessage request)
    {
        using var sent = request;
        using var answer = await http.SendAsync(sent);
        return await ApiReply.ReadAsync(answer);
    }
}

/// <summary>An answer, read whole.</summary>
public sealed record ApiReply(HttpStatusCode Status, string? MediaType, byte[] Bytes, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonElement.Parse(Bytes);

    /// <summary>The problem's code; empty where there is no problem.</summary>
    public string Code => MediaType == "application/problem+json" ? Json.GetProperty("code").GetString()! : "";

    public string Detail => Json.GetProperty("detail").GetString()!;

    /// <summary>The fields at fault.</summary>
    public IEnumerable<string> Fields => Json.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().Select(entry => entry.Name) : [];

    public static async Task<ApiReply> ReadAsync(HttpResponseMessage answer) => new(
        answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync(),
        answer.Headers, answer.Content.Headers);
}
