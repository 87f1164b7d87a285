using System.CommandLine;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Hosting;
using Spectre.Console;

namespace FaceH5Portal.Web.Commands;

/// <summary>
/// "rotate-keys": a new version of the master key, under which every data key is wrapped anew, while no portal runs. One
/// that was cut off is gone on with. A running portal does the same at its start, where it finds a newer version.
/// </summary>
internal static class RotateKeysCommand
{
    public static Command Make(IAnsiConsole console)
    {
        var command = new Command("rotate-keys", "Add a version to the master key file and wrap everything anew under it.");
        command.SetAction((parsed, cancellationToken) => RunAsync(console, CommandPlace.Find(parsed), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, CommandPlace place, CancellationToken cancellationToken)
    {
        var file = MasterKeys.FileOf(place.Builder) ?? throw new PortalStartException(
            "The master key is not in a file (Portal:MasterKeyFile), so no version can be added to it here. Add one to Portal:MasterKey, "
            + "such as 2: and the output of openssl rand -base64 32, and start the portal: it wraps everything anew while it works.");
        _ = place.NeededDatabase;
        await using (var services = place.Open(readOnly: false))
        {
            await services.GetRequiredService<PortalDatabase>().OpenAsync(cancellationToken);
            if (await services.GetRequiredService<KeyRotation>().IsOwedAsync(cancellationToken))
                return await RotateAsync(console, services, cancellationToken);
        }
        await using var renewed = (place with { Keys = MasterKeyFile.Renew(file, new Entropy()) }).Open(readOnly: false);
        await renewed.GetRequiredService<PortalDatabase>().OpenAsync(cancellationToken);
        return await RotateAsync(console, renewed, cancellationToken);
    }

    private static async Task<int> RotateAsync(IAnsiConsole console, IServiceProvider services, CancellationToken cancellationToken)
    {
        var rotation = services.GetRequiredService<KeyRotation>();
        var all = await rotation.LeftAsync(cancellationToken);
        var left = await console.ShowAsync(async bars =>
        {
            var bar = bars.AddTask("Rotating", maxValue: Math.Max(1, all));
            var still = await rotation.RunAsync(new Left(bar, all), cancellationToken);
            bar.Value = all == 0 ? 1 : all - still;
            return still;
        });
        var version = services.GetRequiredService<KeyWrapping>().Version;
        console.Say(left == 0
            ? $"Everything is wrapped under version {version}. Older versions are needed for older backups only."
            : $"{left} keys could not be wrapped under version {version}: keep the older versions.");
        return left == 0 ? 0 : 1;
    }

    private sealed class Left(ProgressTask bar, int all) : IProgress<int>
    {
        public void Report(int value) => bar.Value = all - value;
    }
}
