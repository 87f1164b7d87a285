using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class RestartTests
{
    [Fact]
    public async Task A_restart_forgets_no_token_no_script_no_call_and_no_picture()
    {
        using var folder = new TemporaryFolder();
        string access, open, completed, truth, calls;
        await using (var sandbox = await RunningSandbox.StartAsync(folder.Path))
        {
            access = await Wire.AccessTokenAsync(sandbox.Http);
            completed = await sandbox.CompletedAsync();
            open = await sandbox.ReadyAsync();
            await sandbox.ScriptAsync(open, new { code = 222351 });
            (truth, calls) = ((await sandbox.LookAsync("truth")).GetRawText(), (await sandbox.LookAsync("calls")).GetRawText());
        }
        await using var again = await RunningSandbox.StartAsync(folder.Path);
        Assert.Equal(truth, (await again.LookAsync("truth")).GetRawText());
        Assert.Equal(calls, (await again.LookAsync("calls")).GetRawText());
        var result = await again.CallAsync("result/getall", new { verify_token = completed }, access);
        Assert.NotEmpty(await again.Http.GetByteArrayAsync(
            new Uri(result.Attempt(1).GetProperty("verify_detail").GetProperty("face_image").GetString()!).PathAndQuery));
        Assert.Equal(222351, (await again.CompleteAsync(open)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task A_last_line_cut_off_by_a_kill_does_not_stop_the_start()
    {
        using var folder = new TemporaryFolder();
        string token;
        await using (var sandbox = await RunningSandbox.StartAsync(folder.Path)) token = await sandbox.CompletedAsync();
        await File.AppendAllTextAsync(folder.File("state.jsonl"), """{"verify_token":{"value":"cutOff""");
        await using (var sandbox = await RunningSandbox.StartAsync(folder.Path))
        {
            Assert.Equal(0, (await sandbox.QueryAsync("getall", token)).Code());
            await sandbox.MintAsync("1001");
        }
        await using var third = await RunningSandbox.StartAsync(folder.Path);
        Assert.Equal(2, (await third.LookAsync("truth")).GetProperty("tokens").GetArrayLength());
    }

    [Fact]
    public async Task A_reset_is_remembered_too_and_leaves_the_clock_ahead()
    {
        using var folder = new TemporaryFolder();
        await using (var sandbox = await RunningSandbox.StartAsync(folder.Path, folder.File("clock")))
        {
            await sandbox.CompletedAsync();
            await sandbox.ControlAsync("clock", new { advance = "02:00:01" });
            await sandbox.ControlAsync("reset", new { });
        }
        await using var again = await RunningSandbox.StartAsync(folder.Path, folder.File("clock"));
        Assert.Empty((await again.LookAsync("truth")).GetProperty("tokens").EnumerateArray());
        Assert.Empty((await again.LookAsync("calls")).EnumerateArray());
        Assert.Empty(Directory.EnumerateFiles(folder.File("media")));
        Assert.Equal("02:00:01", (await again.LookAsync("clock")).GetProperty("offset").GetString());
    }

    [Fact]
    public async Task A_killed_process_has_lost_nothing_it_had_answered()
    {
        using var folder = new TemporaryFolder();
        string access;
        using (var killed = new SandboxProcess(folder.Path))
        {
            using var http = new HttpClient { BaseAddress = await killed.AddressAsync() };
            access = await Wire.AccessTokenAsync(http);
            await killed.KillAsync();
        }
        using var again = new SandboxProcess(folder.Path);
        using var client = new HttpClient { BaseAddress = await again.AddressAsync() };
        using var answer = await client.PostAsJsonAsync(
            "/rpc/2.0/brain/solution/faceprint/verifyToken/generate?access_token=" + access, new { plan_id = "1001" });
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("success").GetBoolean());
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_sentence()
    {
        using var folder = new TemporaryFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var second = new SandboxProcess(folder.Path, $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
        var (exitCode, error) = await second.EndAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("already in use", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }
}
