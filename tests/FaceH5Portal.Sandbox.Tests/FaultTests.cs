using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

public class FaultTests
{
    private const string GetAll = "/rpc/2.0/brain/solution/faceprint/result/getall?access_token=";

    [Theory]
    [InlineData("http500", HttpStatusCode.InternalServerError, "text/html")]
    [InlineData("html", HttpStatusCode.OK, "text/html")]
    [InlineData("empty", HttpStatusCode.OK, "application/json")]
    public async Task A_fault_answers_what_no_client_can_read(string kind, HttpStatusCode status, string type)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await ArmAsync(sandbox, kind);
        using var answer = await AskAsync(sandbox, await sandbox.CompletedAsync());
        Assert.Equal((status, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        await Assert.ThrowsAnyAsync<JsonException>(() => Wire.JsonAsync(answer));
    }

    [Fact]
    public async Task A_malformed_answer_lacks_its_end()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await ArmAsync(sandbox, "malformed");
        using var answer = await AskAsync(sandbox, await sandbox.CompletedAsync());
        var body = await answer.Content.ReadAsStringAsync();
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
        Assert.True(JsonDocument.Parse(body + "}").RootElement.GetProperty("success").GetBoolean());
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("truncated")]
    public async Task A_broken_connection_brings_no_whole_answer(string kind)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.CompletedAsync();
        await ArmAsync(sandbox, kind);
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(sandbox, token));
        using var second = await AskAsync(sandbox, token);
        Assert.Equal(0, (await Wire.JsonAsync(second)).Code());
    }

    [Theory]
    [InlineData("timeout")]
    [InlineData("slow")]
    public async Task An_answer_that_does_not_come_lasts_until_the_client_gives_up(string kind)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.CompletedAsync();
        await ArmAsync(sandbox, kind);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(sandbox, token, patience.Token));
    }

    [Fact]
    public async Task A_sandbox_that_stops_lets_go_of_a_caller_it_keeps_waiting()
    {
        var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.CompletedAsync();
        await ArmAsync(sandbox, "timeout");
        var waiting = AskAsync(sandbox, token);
        while ((await sandbox.LookAsync("faults")).GetArrayLength() > 0) await Task.Yield();
        await sandbox.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_deep_and_a_huge_answer_are_what_they_say()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.CompletedAsync();
        await ArmAsync(sandbox, "deep");
        await ArmAsync(sandbox, "huge");
        using var deep = await AskAsync(sandbox, token);
        Assert.Equal(200_000, (await deep.Content.ReadAsByteArrayAsync()).Length);
        using var huge = await AskAsync(sandbox, token);
        Assert.Equal(64 * 1024 * 1024, (await huge.Content.ReadAsByteArrayAsync()).Length);
    }

    [Theory]
    [InlineData("error4", "error_code", 4)]
    [InlineData("error18", "error_code", 18)]
    [InlineData("error111", "error_code", 111)]
    [InlineData("error283512", "code", 283512)]
    [InlineData("error222202", "code", 222202)]
    public async Task An_error_code_comes_in_the_shape_of_its_family(string kind, string field, int code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await ArmAsync(sandbox, kind);
        using var answer = await AskAsync(sandbox, await sandbox.CompletedAsync());
        Assert.Equal(code, (await Wire.JsonAsync(answer)).GetProperty(field).GetInt32());
    }

    [Theory]
    [InlineData("reset", null, 1)]
    [InlineData("http500", null, 0)]
    [InlineData("reset", false, 0)]
    [InlineData("error18", true, 1)]
    public async Task Whether_the_vendor_did_its_work_is_for_the_fault_to_say(string kind, bool? processed, int minted)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var access = await Wire.AccessTokenAsync(sandbox.Http);
        await sandbox.ControlAsync("faults", processed is null
            ? new { path = "verifyToken/generate", kind }
            : new { path = "verifyToken/generate", kind, processed });
        var call = sandbox.Http.PostAsJsonAsync(
            "/rpc/2.0/brain/solution/faceprint/verifyToken/generate?access_token=" + access, new { plan_id = "1001" });
        if (kind == "reset") await Assert.ThrowsAsync<HttpRequestException>(() => call);
        else (await call).Dispose();
        Assert.Equal(minted, (await sandbox.LookAsync("truth")).GetProperty("tokens").GetArrayLength());
    }

    [Fact]
    public async Task A_fault_lasts_for_as_many_calls_as_it_was_armed_for_and_is_in_the_journal()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var token = await sandbox.CompletedAsync();
        await ArmAsync(sandbox, "empty", count: 2);
        Assert.Equal(0, await LengthAsync(sandbox, token));
        Assert.Equal(0, await LengthAsync(sandbox, token));
        Assert.NotEqual(0, await LengthAsync(sandbox, token));
        var calls = (await sandbox.LookAsync("calls?newest=6")).EnumerateArray()
            .Where(call => call.GetProperty("verify_token").GetString() == token);
        Assert.Equal(["empty", "empty", "success"], calls.Select(call => call.GetProperty("answer").GetString()));
    }

    private static Task<JsonElement> ArmAsync(RunningSandbox sandbox, string kind, int count = 1) =>
        sandbox.ControlAsync("faults", new { path = "result/getall", kind, count });

    private static async Task<HttpResponseMessage> AskAsync(RunningSandbox sandbox, string token, CancellationToken cancellationToken = default) =>
        await sandbox.Http.PostAsJsonAsync(GetAll + await Wire.AccessTokenAsync(sandbox.Http), new { verify_token = token }, cancellationToken);

    private static async Task<long> LengthAsync(RunningSandbox sandbox, string token)
    {
        using var answer = await AskAsync(sandbox, token);
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }
}
