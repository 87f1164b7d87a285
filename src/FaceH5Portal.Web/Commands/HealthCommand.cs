using System.CommandLine;
using FaceH5Portal.Web.Display;
using Spectre.Console;

namespace FaceH5Portal.Web.Commands;

/// <summary>"health": asks the portal that runs with these settings whether it can serve, for who watches a container that holds no other program. Ends with 0 where it can.</summary>
internal static class HealthCommand
{
    private const string Anywhere = "localhost";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Command Make(IAnsiConsole console)
    {
        var command = new Command("health", "Ask the running portal whether it can serve; for a container's health check.");
        command.SetAction((parsed, cancellationToken) => RunAsync(console, CommandPlace.Find(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, CommandPlace place, CancellationToken cancellationToken)
    {
        var address = AddressOf(place.Builder.Configuration);
        // It is on this machine, whatever proxy the environment names for others.
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, PortalRoutes.Ready));
        // Only names in AllowedHosts are answered, and the public one is among them.
        request.Headers.Host = place.Settings.PublicBaseUrl.Authority;
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            console.Say(await answer.Content.ReadAsStringAsync(cancellationToken));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            console.Say($"No portal answers at {address}.");
            return 1;
        }
    }

    /// <summary>Where Kestrel listens, as it decides itself: its own endpoints, else Urls.</summary>
    internal static Uri AddressOf(IConfiguration configuration)
    {
        var urls = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).Append(configuration["Urls"]);
        var bound = BindingAddress.Parse(urls.First(url => !string.IsNullOrWhiteSpace(url))!.Split(';')[0]);
        var host = bound.Host is "+" or "*" or "0.0.0.0" or "[::]" ? Anywhere : bound.Host;
        return new Uri($"{bound.Scheme}://{host}:{bound.Port}");
    }
}
