using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace FaceH5Portal.EndToEnd.Tests.Support;

/// <summary>What a browser says against all pages but the vendor's, and whom they made it ask.</summary>
internal sealed class BrowserComplaints
{
    private readonly ConcurrentQueue<string> said = new();
    private readonly ConcurrentDictionary<string, string> asked = new();
    private readonly Uri ours;
    private readonly Uri vendor;

    public BrowserComplaints(IBrowserContext context, Uri ours, Uri vendor)
    {
        (this.ours, this.vendor) = (ours, vendor);
        context.Console += (_, message) => Note(message);
        context.Request += (_, request) => Note(request);
    }

    public IEnumerable<string> Said => said;

    /// <summary>Everybody but us, with what they were asked for.</summary>
    public IReadOnlyDictionary<string, string> Others => asked;

    private void Note(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && !message.Location.StartsWith(vendor.ToString(), StringComparison.Ordinal))
            said.Enqueue($"{message.Location}: {message.Text}");
    }

    private void Note(IRequest request)
    {
        var address = new Uri(request.Url);
        if (address.Scheme is "http" or "https" or "ws" or "wss" && address.Authority != ours.Authority)
            asked.TryAdd(address.Authority, request.Url);
    }
}
