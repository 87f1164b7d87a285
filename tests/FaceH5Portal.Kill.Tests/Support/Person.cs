using System.Text.RegularExpressions;
using System.Web;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Kill.Tests.Support;

/// <summary>Somebody with a link who comes again after every death of the portal, until there is a verdict.</summary>
internal sealed partial class Person(Uri link, SandboxServer vendor) : IDisposable
{
    private readonly Browser browser = new();
    private Uri? wayBack;

    public SessionStatus Status { get; private set; }

    public int Clicks { get; private set; }

    /// <summary>Is told what the person is about to do.</summary>
    public Action<PersonStep>? Watcher { get; set; }

    public void Dispose() => browser.Dispose();

    public async Task LiveAsync()
    {
        try
        {
            while (!Status.IsFinal())
                await ActAsync();
        }
        catch (HttpRequestException)
        {
            // The portal is gone; the person closes the page and comes again when it is back.
        }
    }

    private async Task ActAsync()
    {
        if (wayBack is not null)
        {
            await ReturnAsync(wayBack);
            return;
        }
        var (_, verify) = await browser.GetAsync(link);
        var (html, _) = await browser.GetAsync(verify!);
        Status = Enum.Parse<SessionStatus>(StatusOnPage().Match(html).Groups[1].Value);
        if (Status is SessionStatus.AwaitingUser or SessionStatus.Capturing)
            await StartAsync(verify!, html);
        else if (Status == SessionStatus.Confirming)
            // As often as the page itself would come again, or a little more.
            await Task.Delay(500);
    }

    private async Task StartAsync(Uri verify, string html)
    {
        Clicks++;
        Watcher?.Invoke(PersonStep.Starting);
        var (_, page) = await browser.SubmitAsync(verify, html, "verify-start", ("Agreed", "yes"), ("Born", "1990-03-07"));
        if (page?.Authority != vendor.Address.Authority)
            return;
        var query = HttpUtility.ParseQueryString(page.Query);
        await vendor.CompleteAsync(query["token"]!);
        wayBack = new Uri(query["successUrl"]!);
    }

    private async Task ReturnAsync(Uri address)
    {
        Watcher?.Invoke(PersonStep.Returning);
        var (html, _) = await browser.GetAsync(address);
        if (!html.Contains("return-again", StringComparison.Ordinal))
            wayBack = null;
    }

    [GeneratedRegex("data-status=\"([A-Za-z]+)\"")]
    private static partial Regex StatusOnPage();
}
