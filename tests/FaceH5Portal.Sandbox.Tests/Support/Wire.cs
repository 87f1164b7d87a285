using System.Net.Http.Json;
using System.Text.Json;

namespace FaceH5Portal.Sandbox.Tests.Support;

internal static class Wire
{
    public const string Credentials = "grant_type=client_credentials&client_id=sandbox-api-key&client_secret=sandbox-secret-key";
    public const string OtherCredentials = "grant_type=client_credentials&client_id=sandbox-other-api-key&client_secret=sandbox-other-secret-key";

    public static async Task<string> AccessTokenAsync(HttpClient http, string credentials = Credentials)
    {
        var answer = await http.GetFromJsonAsync<JsonElement>("/oauth/2.0/token?" + credentials);
        return answer.GetProperty("access_token").GetString()!;
    }

    public static Task<JsonElement> JsonAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>();

    /// <summary>The code of a failure, or 0 where the call succeeded.</summary>
    public static int Code(this JsonElement answer)
    {
        if (answer.TryGetProperty("error_code", out var gateway)) return gateway.GetInt32();
        return answer.GetProperty("success").GetBoolean() ? 0 : answer.GetProperty("code").GetInt32();
    }

    public static JsonElement Attempt(this JsonElement getall, int order) =>
        getall.GetProperty("result").GetProperty("verify_result")[order - 1];
}
