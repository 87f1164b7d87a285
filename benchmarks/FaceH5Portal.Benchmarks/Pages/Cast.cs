using System.Web;

namespace FaceH5Portal.Benchmarks.Pages;

/// <summary>People at every page of the journey.</summary>
internal static class Cast
{
    public static async Task<IReadOnlyList<Subject>> AssembleAsync(PortalUnderTest portal)
    {
        var invited = await OpenAsync(portal, "1001", "测试甲");
        var passed = await WentThroughAsync(portal, "Done");
        List<Subject> cast =
        [
            new("consent", invited),
            new("identity", await AgreedAsync(portal, "1001", "consent-box")),
            new("photo", await AgreedAsync(portal, "1004", "consent-born")),
            new("start", await ReadyAsync(portal)),
            new("phone, with QR code", invited, "/verify/phone"),
            new("another way", invited, "/verify/other-way"),
            new("result", passed),
            new("withdrawal", passed, "/verify/withdraw"),
            new("(floor: four letters)", new Guest(portal.Process.Address), "/health/live"),
            new("unknown link", new Guest(portal.Process.Address), "/v/fh5_nobodyknowsthisone0001"),
            new("return of nobody", new Guest(portal.Process.Address), "/r/fh5_forgedforgedforged0001"),
        ];
        await portal.BreakAsync();
        cast.Add(new("wait", await WentThroughAsync(portal, "Wait")));
        return cast;
    }

    private static async Task<Guest> OpenAsync(PortalUnderTest portal, string plan, string? name)
    {
        var guest = new Guest(portal.Process.Address);
        (await guest.GetAsync((await portal.InviteAsync(plan, name)).AbsolutePath)).Dispose();
        return guest;
    }

    private static async Task<Guest> AgreedAsync(PortalUnderTest portal, string plan, string asks)
    {
        var guest = await OpenAsync(portal, plan, name: null);
        if (!(await guest.TextAsync("/verify")).Contains(asks, StringComparison.Ordinal)) throw new BenchmarkException($"The consent of plan {plan} is not what it was.");
        await guest.SubmitAsync("verify-start", ("Agreed", "yes"), ("Born", "1990-03-07"));
        return guest;
    }

    private static async Task<Guest> ReadyAsync(PortalUnderTest portal)
    {
        var guest = await AgreedAsync(portal, "1001", "consent-box");
        await guest.SubmitAsync("identity-next", ("Name", "测试甲"), ("Number", "110101199003070011"), ("Type", "ResidentIdCard"));
        return guest;
    }

    private static async Task<Guest> WentThroughAsync(PortalUnderTest portal, string becomes)
    {
        var guest = await OpenAsync(portal, "1001", "测试甲");
        var vendor = HttpUtility.ParseQueryString((await guest.SubmitAsync("verify-start", ("Agreed", "yes"))).Query);
        await portal.CompleteAsync(vendor["token"]!);
        (await guest.GetAsync(new Uri(vendor["successUrl"]!).AbsolutePath)).Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await guest.TextAsync("/verify")).Contains($"data-step=\"{becomes}\"", StringComparison.Ordinal))
            await Task.Delay(50, patience.Token);
        return guest;
    }
}
