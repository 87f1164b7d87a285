using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Core.Alarming.Health;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests.Alarms;

/// <summary>The whole program with a disk whose room a test decides; its alarms are looked for when the test says so.</summary>
internal sealed class AlarmHost(Dictionary<string, string?> settings) : IAsyncDisposable
{
    public static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private readonly FreeRoom room = new();
    private PortalHost? portal;

    public PortalHost Portal => portal ??= PortalHost.With(
        settings, services => services.AddSingleton<FreeBytes>(_ => room.Mebibytes << 20));

    /// <summary>A fault that a test makes and mends, and what comes of it.</summary>
    public async Task LookAsync(long freeMebibytes)
    {
        room.Mebibytes = freeMebibytes;
        await Portal.Services.GetRequiredService<AlarmPass>().RunAsync(CancellationToken.None);
    }

    public async Task<IReadOnlyList<Alarm>> ActiveAsync() =>
        [.. (await Portal.Services.GetRequiredService<AlarmQueries>().BoardAsync(Administrator, CancellationToken.None)).Value.Active.Select(view => view.Alarm)];

    public ValueTask DisposeAsync() => portal?.DisposeAsync() ?? ValueTask.CompletedTask;

    private sealed class FreeRoom
    {
        public long Mebibytes { get; set; } = 100_000;
    }
}
