using FaceH5Portal.Simulation.Tests.Oracles;
using FaceH5Portal.Simulation.Tests.Worlds;

namespace FaceH5Portal.Simulation.Tests.Weather;

/// <summary>Puts the troubles of three days into a world's agenda, and lets them end.</summary>
internal sealed class Season(World world, Dice dice)
{
    // The longest silence of all leaves every result half a day in which it could be had.
    private static readonly TimeSpan Storms = TimeSpan.FromHours(58);
    private static readonly double[] Roughnesses = [0, 0.02, 0.08, 0.25];

    private static readonly string[][] Switches =
    [
        ["early_query", "lenient", "strict"], ["after_retention", "283455", "283437"], ["media_after_a_day", "empty", "dead_urls"],
        ["ocr_placement", "sibling", "nested"], ["is_demote_in", "verify_result", "result"], ["verdict_codes", "number", "string"],
        ["stat_codes", "number", "string"], ["stat_counts", "string", "number"], ["stat_keys", "chinese", "english"],
        ["scores", "string", "number"], ["liveness_score", "zero", "value"], ["times", "unpadded", "padded"],
        ["absent", "empty", "missing"], ["pass_message", "empty", "text"], ["failure_fields", "error_code", "code"],
    ];

    public void Begin()
    {
        Every(TimeSpan.FromHours(6), () => world.Forecast.Roughness = dice.Pick(Roughnesses));
        PlanSilences();
        Some(1, 3, RestartAsync);
        Some(0, 2, KillAsync);
        Some(1, 3, SwitchAsync);
        Some(0, 2, () => SwitchForAWhileAsync(FaultKind.QuotaGone, "v4_quota", "none", "active"));
        Some(0, 1, () => SwitchForAWhileAsync(FaultKind.BareAddresses, "face_image", "bare", "url"));
        Some(0, 1, () => SwitchForAWhileAsync(FaultKind.LooseJson, "json", "loose", "clean"));
        Some(0, 1, JumpAsync);
        world.At(WorldTime.Start + World.Length, CalmAsync);
    }

    private void PlanSilences()
    {
        var (vendor, portal) = dice.Below(20) switch
        {
            0 => (TimeSpan.FromHours(20), TimeSpan.FromHours(3)),
            1 => (TimeSpan.FromHours(2), dice.Minutes(20 * 60, 40 * 60)),
            _ => (dice.Minutes(10, 240), dice.Minutes(60, 480)),
        };
        Some(0, 1, () => VendorDown(vendor));
        Some(0, 1, () => PortalDownAsync(portal));
    }

    private void Every(TimeSpan step, Action happening)
    {
        for (var after = TimeSpan.Zero; after < Storms; after += step)
            world.At(WorldTime.Start + after, happening);
    }

    private void Some(int least, int most, Func<Task> happening)
    {
        for (var count = least + dice.Below(most - least + 1); count > 0; count--)
            world.At(WorldTime.Start + dice.Between(TimeSpan.Zero, Storms - TimeSpan.FromHours(40)) * 2, happening);
    }

    private Task VendorDown(TimeSpan span)
    {
        world.Story.Tell($"the vendor is down for {span}");
        world.Forecast.VendorBackUtc = world.NowUtc + span;
        return Task.CompletedTask;
    }

    private async Task PortalDownAsync(TimeSpan span)
    {
        world.Bites(FaultKind.PortalDown, $"for {span}");
        await world.Portal.StopAsync();
        world.At(world.Clock.GetUtcNow() + span, () => world.Portal.StartAsync());
    }

    private async Task RestartAsync()
    {
        if (!world.Portal.IsOn)
            return;
        world.Bites(FaultKind.PortalRestarted);
        await world.Portal.StopAsync();
        await world.Portal.StartAsync();
    }

    private Task KillAsync()
    {
        world.Forecast.KillsNext = true;
        return Task.CompletedTask;
    }

    private async Task SwitchAsync()
    {
        var pick = dice.Pick(Switches);
        world.Bites(FaultKind.ProfileSwitched, pick[0]);
        await SetAsync(pick[0], pick[1 + dice.Below(2)]);
    }

    private async Task SwitchForAWhileAsync(FaultKind kind, string name, string value, string usual)
    {
        world.Bites(kind);
        await SetAsync(name, value);
        world.At(world.Clock.GetUtcNow() + dice.Minutes(30, 360), () => SetAsync(name, usual));
    }

    private Task<bool> SetAsync(string name, string value) =>
        world.Desk.ControlAsync("profile", new Dictionary<string, string> { [name] = value });

    private Task JumpAsync()
    {
        var by = dice.Minutes(30, 300);
        world.Bites(FaultKind.ClockJumped, $"by {by}");
        world.Clock.Advance(by);
        return Task.CompletedTask;
    }

    private async Task CalmAsync()
    {
        world.Story.Tell("calm");
        (world.Forecast.Roughness, world.Forecast.KillsNext, world.Storage.Roughness) = (0, false, 0);
        foreach (var name in new[] { ("v4_quota", "active"), ("face_image", "url"), ("json", "clean") })
            await SetAsync(name.Item1, name.Item2);
        await world.Portal.StartAsync();
        await new ShelfOracle(world, dice).CheckAsync();
    }
}
