using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Alarms;

/// <summary>Alarms are posted to a real receiver, which checks the signature as any other would.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];

    private readonly ConcurrentQueue<(Dictionary<string, string> Headers, string Body)> heard = new();
    private readonly string address = $"http://127.0.0.1:{FreePort.Next()}";
    private WebApplication receiver = null!;
    private int status = 200;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        receiver = builder.Build();
        receiver.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            heard.Enqueue((context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync()));
            context.Response.StatusCode = status;
            if (status == 302)
                context.Response.Headers.Location = address + "/elsewhere";
        });
        await receiver.StartAsync();
    }

    public async Task DisposeAsync() => await receiver.DisposeAsync();

    [Fact]
    public async Task An_alarm_is_posted_with_a_signature_that_its_receiver_can_check()
    {
        await using var host = new AlarmHost(Settings());
        await host.LookAsync(2000);
        var (headers, body) = Assert.Single(heard);
        var signed = Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}");
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(Key, signed)), headers["webhook-signature"]);
        var told = JsonDocument.Parse(body).RootElement;
        var alarm = Assert.Single(told.GetProperty("data").GetProperty("alarms").EnumerateArray());
        Assert.Equal(("alarm.raised", "disk", "warning", 2000), (told.GetProperty("type").GetString(), alarm.GetProperty("rule").GetString(), alarm.GetProperty("severity").GetString(), alarm.GetProperty("value").GetInt64()));
    }

    [Theory]
    [InlineData(500, "http-500")]
    [InlineData(302, "http-302")]
    public async Task A_receiver_that_fails_or_leads_elsewhere_is_not_followed_and_shown_on_the_console(int answer, string code)
    {
        status = answer;
        await using var host = new AlarmHost(Settings());
        await host.Portal.Services.GetRequiredService<AlarmDesk>().SetRuleAsync(
            AlarmHost.Administrator, AlarmRule.Telling, 0, new WantedRule(true, 1, null, null, null), CancellationToken.None);
        await host.LookAsync(2000);
        Assert.Single(heard);
        await host.LookAsync(2000);
        Assert.Equal(code, (await host.ActiveAsync()).Single(alarm => alarm.Rule == AlarmRule.Telling).Detail);
    }

    private Dictionary<string, string?> Settings() => new()
    {
        ["Alarms:Webhook:Url"] = address + "/alarms",
        ["Alarms:DigestAt"] = "never",
        ["Alarms:Webhook:Secret"] = "whsec_" + Convert.ToBase64String(Key),
    };
}
