using FaceH5Portal.Vendors.Baidu.Codes;
using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu.Sandbox;

/// <summary>The table of codes against the bill of the pretended vendor, which keeps rules of its own.</summary>
public sealed class ChargeTests
{
    [Fact]
    public async Task Every_verdict_costs_what_the_table_says()
    {
        await using var sandbox = await LiveSandbox.StartAsync();
        using var bench = BaiduBench.Against(sandbox.Url, sandbox.Clock);
        var verdicts = BaiduCodeTable.Listed.Where(entry => entry.IsVerdict).ToList();
        Assert.InRange(verdicts.Count, 45, 100);

        foreach (var verdict in verdicts)
        {
            string token = (await bench.Client.GenerateAsync("1003", CancellationToken.None)).Value!.VerifyToken;
            await sandbox.ScriptAsync(token, int.Parse(verdict.Code, null));
            await sandbox.CompleteAsync(token);

            var attempt = Assert.Single((await bench.Client.GetAllAsync(token, CancellationToken.None)).Value!.Attempts);

            Assert.Equal((verdict.Code, verdict.Charged), (attempt.Code, attempt.IsCharged == true ? VendorCharged.Yes : VendorCharged.No));
        }
    }
}
