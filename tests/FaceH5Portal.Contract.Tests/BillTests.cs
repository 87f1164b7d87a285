using System.Text.Json;
using FaceH5Portal.Contract.Tests.Support;

namespace FaceH5Portal.Contract.Tests;

/// <summary>The bill in the vendor's answer is the bill in its books.</summary>
public sealed class BillTests(ContractSandbox sandbox) : IClassFixture<ContractSandbox>
{
    [Theory]
    [InlineData("1001", 1, 0, 0, 0)]
    [InlineData("1001", 1, 0, 0, 222360)]
    [InlineData("1001", 1, 0, 0, 222351)]
    [InlineData("1001", 0, 0, 0, 223120)]
    [InlineData("1001", 0, 0, 0, 222356)]
    [InlineData("1004", 0, 1, 0, 0)]
    [InlineData("1005", 0, 0, 0, 0)]
    [InlineData("1007", 2, 0, 0, 222360, 223120, 0)]
    [InlineData("1003", 3, 0, 0, 222351, 222354, 222360)]
    [InlineData("1002", 2, 0, 2, 222351, 0)]
    public async Task What_reached_the_comparison_is_charged_and_nothing_else(string plan, int verify, int match, int ocr, params int[] codes)
    {
        var token = await sandbox.CompletedAsync(plan, codes);
        var result = (await sandbox.AskAsync("getall", token)).GetProperty("result");
        Assert.Equal((codes.Length, verify, match, ocr), (Count(result, "verify"), Charged(result, "verify"), Charged(result, "match"), Charged(result, "ocr")));
        Assert.Equal((verify, match, ocr), await BookedAsync(token));
        var attempts = result.GetProperty("verify_result").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, codes.Length), attempts.Select(attempt => attempt.GetProperty("order").GetInt32()));
        Assert.Equal(await BookedOrdersAsync(token), attempts.SelectMany(ChargesOf).Order());
    }

    [Fact]
    public async Task A_card_that_was_read_is_charged_with_no_attempt_after_it()
    {
        var token = await sandbox.MintAsync("1002");
        await sandbox.CompleteAsync(token, "ocr");
        var charge = Assert.Single((await sandbox.TruthOfAsync(token)).GetProperty("charges").EnumerateArray());
        Assert.Equal((0, "ocr"), (charge.GetProperty("order").GetInt32(), charge.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_second_reading_is_in_the_total_and_in_no_attempt()
    {
        var token = await sandbox.CompletedAsync("1002", 222351);
        await sandbox.CompleteAsync(token, "ocr");
        var result = (await sandbox.AskAsync("getall", token)).GetProperty("result");
        Assert.Equal((1, 2), (Count(result, "verify"), Charged(result, "ocr")));
    }

    private static int Count(JsonElement result, string what) => result.GetProperty(what + "_count").GetInt32();

    private static int Charged(JsonElement result, string what) => result.GetProperty(what + "_charge_count").GetInt32();

    private static IEnumerable<string> ChargesOf(JsonElement attempt)
    {
        var order = attempt.GetProperty("order").GetInt32();
        if (attempt.GetProperty("is_charged").GetBoolean()) yield return $"{order} {attempt.GetProperty("charge_type").GetString()}";
        if (attempt.GetProperty("is_ocr_charge").GetBoolean()) yield return $"{order} ocr";
    }

    private async Task<IEnumerable<string>> BookedOrdersAsync(string token) => (await sandbox.TruthOfAsync(token)).GetProperty("charges")
        .EnumerateArray().Select(charge => $"{charge.GetProperty("order").GetInt32()} {charge.GetProperty("type").GetString()}").Order();

    private async Task<(int Verify, int Match, int Ocr)> BookedAsync(string token)
    {
        var types = (await sandbox.TruthOfAsync(token)).GetProperty("charges").EnumerateArray().Select(charge => charge.GetProperty("type").GetString()).ToList();
        return (types.Count(type => type == "verify"), types.Count(type => type == "match"), types.Count(type => type == "ocr"));
    }
}
