using System.Net.Http.Json;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class LeverTests
{
    [Fact]
    public async Task Faults_latency_and_profile_outlive_a_restart_and_a_reset_ends_them()
    {
        using var folder = new TemporaryFolder();
        await using (var sandbox = await RunningSandbox.StartAsync(folder.Path))
        {
            await sandbox.ControlAsync("faults", new { path = "*", kind = "http500", count = 5 });
            await sandbox.ControlAsync("latency", new { path = "*", milliseconds = 1 });
            await sandbox.ControlAsync("profile", new { early_query = "lenient" });
        }
        await using var again = await RunningSandbox.StartAsync(folder.Path);
        Assert.Equal(5, (await again.LookAsync("faults"))[0].GetProperty("count").GetInt32());
        Assert.Equal(1, (await again.LookAsync("latency"))[0].GetProperty("milliseconds").GetInt32());
        Assert.Equal("lenient", (await again.LookAsync("profile")).GetProperty("switches")[0].GetProperty("value").GetString());
        await again.ControlAsync("reset", new { });
        Assert.Equal(0, (await again.LookAsync("faults")).GetArrayLength() + (await again.LookAsync("latency")).GetArrayLength());
        Assert.Equal("strict", (await again.LookAsync("profile")).GetProperty("switches")[0].GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_latency_holds_the_answer_back_until_its_time()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.ControlAsync("latency", new { path = "result/getall", milliseconds = 600_000 });
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var token = await sandbox.CompletedAsync();
        var access = await Wire.AccessTokenAsync(sandbox.Http);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sandbox.Http.PostAsJsonAsync(
            "/rpc/2.0/brain/solution/faceprint/result/getall?access_token=" + access, new { verify_token = token }, patience.Token));
        await sandbox.ControlAsync("latency", new { path = "result/getall", milliseconds = 0 });
        Assert.Equal(0, (await sandbox.QueryAsync("getall", token)).Code());
    }
}
