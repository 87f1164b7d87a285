using System.Net.Http.Json;
using System.Text.Json;

namespace NaiveEngine;

internal sealed class AccessTokenCache : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private string? _token;
    private DateTime _renewAt;

    public void Dispose() => _gate.Dispose();

    public async ValueTask<string> GetAsync(HttpClient http)
    {
        if (_token is { } cached && DateTime.UtcNow < _renewAt) return cached;
        await _gate.WaitAsync();
        try
        {
            if (_token is { } known && DateTime.UtcNow < _renewAt) return known;
            using var response = await http.PostAsync(
                "/oauth/2.0/token?grant_type=client_credentials&client_id=benchmark-api-key&client_secret=benchmark-secret-key", null);
            var answer = (await response.Content.ReadFromJsonAsync<Dictionary<string, JsonElement>>())!;
            _renewAt = DateTime.UtcNow.AddSeconds(answer["expires_in"].GetInt32() * 0.8);
            return _token = answer["access_token"].GetString()!;
        }
        finally
        {
            _gate.Release();
        }
    }
}
