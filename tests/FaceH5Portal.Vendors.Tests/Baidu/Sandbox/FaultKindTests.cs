using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu.Sandbox;

/// <summary>However the pretended vendor breaks, a question ends as a value that says how, and can be asked again afterwards.</summary>
public sealed class FaultKindTests : IAsyncLifetime
{
    private LiveSandbox _sandbox = null!;
    private SandboxPeople _people = null!;

    public static TheoryData<string, string, VendorFaultKind, string?> Faults
    {
        get
        {
            (string Kind, VendorFaultKind Fault, string? Code)[] kinds =
            [
                ("http500", VendorFaultKind.Unreadable, "http-500"),
                ("timeout", VendorFaultKind.TimedOut, null),
                ("reset", VendorFaultKind.Unreachable, null),
                ("slow", VendorFaultKind.TimedOut, null),
                ("html", VendorFaultKind.Unreadable, null),
                ("empty", VendorFaultKind.Unreadable, "empty"),
                ("truncated", VendorFaultKind.Unreachable, null),
                ("malformed", VendorFaultKind.Unreadable, null),
                ("huge", VendorFaultKind.Unreadable, "too-large"),
                ("deep", VendorFaultKind.Unreadable, null),
                ("zerobytes", VendorFaultKind.Unreadable, "empty"),
                ("expired", VendorFaultKind.Refused, "NoSuchKey"),
                .. new[] { "2", "4", "6", "17", "18", "19", "100", "110", "111" }.Select(code => ("error" + code, VendorFaultKind.Gateway, code)),
                .. new[] { "222202", "283437", "283450", "283512" }.Select(code => ("error" + code, VendorFaultKind.Refused, code)),
            ];
            var faults = new TheoryData<string, string, VendorFaultKind, string?>();
            foreach (string path in (string[])["result/stat", "result/media/query"])
            {
                foreach (var (kind, fault, code) in kinds)
                    faults.Add(path, kind, fault, code);
            }
            return faults;
        }
    }

    public async Task InitializeAsync()
    {
        _sandbox = await LiveSandbox.StartAsync();
        using var bench = BaiduBench.Against(_sandbox.Url, _sandbox.Clock);
        _people = await SandboxPeople.VerifyAsync(_sandbox, bench.Client);
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_broken_vendor_gives_a_fault_of_its_kind_and_is_understood_once_it_is_well(string path, string kind, VendorFaultKind fault, string? code)
    {
        await _sandbox.BreakAsync(path, kind);
        var broken = await AskAsync(path, IsSilent(kind));
        await _sandbox.HealAsync();
        var well = await AskAsync(path, impatient: false);

        Assert.Equal((fault, code, false), (broken!.Kind, broken.Code, broken.MayHaveExecuted));
        Assert.Null(well);
    }

    private static bool IsSilent(string kind) => kind is "timeout" or "slow";

    /// <summary>With a client of its own, so that one that has learned to wait does not.</summary>
    private async Task<VendorFault?> AskAsync(string path, bool impatient)
    {
        (string, string?)[] patience = impatient ? [("QueryTimeout", "00:00:01"), ("QueryDeadline", "00:00:01")] : [];
        using var bench = BaiduBench.Against(_sandbox.Url, _sandbox.Clock, patience);
        return path == "result/stat"
            ? (await bench.Client.GetStatAsync(_people.Scanned, CancellationToken.None)).Fault
            : (await bench.Client.GetMediaAsync(_people.Recorded, CancellationToken.None)).Fault;
    }
}
