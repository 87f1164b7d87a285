using System.Web;

namespace FaceH5Portal.Benchmarks.Pages;

/// <summary>People at every page of the journey.</summary>
internal static class Cast
{
    public static async Task<IReadOnlyList<Subject>> AssembleAsync(PortalUnderTest portal)
    {
        var invited = await OpenAsync(portal, "1001", "测试甲");
        var passed = await WentThroughAsync(portal, "Done");
        var nobody = new Guest(portal.Process.Address);
        List<Subject> cast =
        [
            In("consent", invited),
            In("identity", await AgreedAsync(portal, "1001", "consent-box")),
            In("photo", await AgreedAsync(portal, "1004", "consent-born")),
            In("start", await ReadyAsync(portal)),
            In("phone, with QR code", invited, "/verify/phone"),
            In("another way", invited, "/verify/other-way"),
            In("result", passed),
            In("withdrawal", passed, "/verify/withdraw"),
            In("unknown link", nobody, "/v/fh5_nobodyknowsthisone0001"),
            In("return of nobody", nobody, "/r/fh5_forgedforgedforged0001"),
            In("(floor: four letters)", nobody, "/health/live"),
        ];
        await portal.BreakAsync();
        cast.Add(In("wait", await WentThroughAsync(portal, "Wait")));
        return cast;

        Subject In(string name, Guest guest, string path = "/verify") => new(name, portal.Process, guest, path);
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
