using System.Text;
using System.Text.RegularExpressions;
using FaceH5Portal.Core.Webhooks.Outbox;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Webhooks;

/// <summary>docs/webhooks.md says what is true.</summary>
public sealed partial class WebhookGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "webhooks.md"));

    [Fact]
    public void The_guide_lists_exactly_the_events_that_there_are() =>
        Assert.Equal(WebhookTypes.All.Append(WebhookTypes.Test), Row().Matches(Guide).Select(match => match.Groups[1].Value));

    [Fact]
    public void The_guides_code_is_the_code_that_is_tested()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "tests", "FaceH5Portal.Core.Tests", "Webhooks", "SignatureExample.cs"));
        var tested = source.Split("    // Of the guide:\n")[1].Split("    // To here.")[0];
        Assert.Contains(string.Join('\n', tested.Split('\n').Select(line => line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : line)), Guide, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_guides_code_tells_a_genuine_message_from_a_forged_an_altered_and_an_old_one()
    {
        await using var bench = await WebhookBench.StartAsync();
        await SessionDriver.CreateAsync(bench.Portal);
        await bench.DeliverAsync();
        var webhook = Assert.Single(bench.Receiver.Taken);
        var now = bench.Portal.Clock.GetUtcNow();
        Assert.True(Says(webhook.Body, bench.Secret, now));
        Assert.False(Says(webhook.Body.Replace("created", "passed", StringComparison.Ordinal), bench.Secret, now));
        Assert.False(Says(webhook.Body, "whsec_" + Convert.ToBase64String(new byte[32]), now));
        Assert.False(Says(webhook.Body, bench.Secret, now.AddMinutes(6)));

        bool Says(string body, string secret, DateTimeOffset at) => SignatureExample.IsGenuine(
            webhook.Id, webhook.Headers["webhook-timestamp"], webhook.Headers["webhook-signature"], Encoding.UTF8.GetBytes(body), secret, at);
    }

    [GeneratedRegex(@"^\| `([a-z._]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
