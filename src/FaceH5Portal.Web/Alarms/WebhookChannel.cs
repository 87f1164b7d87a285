using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FaceH5Portal.Core.Alarming.Telling;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Hosting;

namespace FaceH5Portal.Web.Alarms;

/// <summary>Posts alarms to one address that the settings name, signed by the Standard Webhooks specification; redirects are not followed.</summary>
internal sealed class WebhookChannel(WebhookSettings settings, PortalSettings portal, IHttpClientFactory clients, TimeProvider clock) : IAlarmChannel
{
    public const string ChannelName = "webhook";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public string Name => ChannelName;

    public async Task<string?> SendAsync(AlarmReport report, CancellationToken cancellationToken)
    {
        using var request = Compose(report);
        using var client = clients.CreateClient(ChannelName);
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"http-{(int)answer.StatusCode}");
        }
        catch (HttpRequestException)
        {
            // Whose host it is stands in the settings; the code is all that is of use.
            return "unreachable";
        }
    }

    private HttpRequestMessage Compose(AlarmReport report)
    {
        var body = JsonSerializer.Serialize(new
        {
            type = $"alarm.{JsonNamingPolicy.CamelCase.ConvertName(report.Kind.ToString())}",
            timestamp = report.AtUtc,
            data = new { alarms = report.Lines, report.Owner, page = new Uri(portal.PublicBaseUrl, PortalRoutes.Alarms) },
        }, Json);
        var (id, at) = ($"msg_{report.Id:N}", clock.GetUtcNow().ToUnixTimeSeconds());
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", at.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", settings.Sign(id, at, body));
        return request;
    }
}
