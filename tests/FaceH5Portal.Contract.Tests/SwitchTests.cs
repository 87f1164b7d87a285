using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FaceH5Portal.Contract.Tests.Support;

namespace FaceH5Portal.Contract.Tests;

/// <summary>Which switches there are, and that a wrong turn of one is told.</summary>
public sealed class SwitchTests(ContractSandbox sandbox) : IClassFixture<ContractSandbox>
{
    public static TheoryData<string> Names => [.. Files.Table("switches.tsv").Select(row => row[0])];

    [Fact]
    public async Task The_profile_lists_just_these_switches_each_at_its_default()
    {
        await sandbox.ControlAsync("reset", new { });
        var listed = (await ProfileAsync()).Select(known => string.Join('\t',
            Text(known, "name"), Text(known, "value"), string.Join(' ', known.GetProperty("allowed").EnumerateArray().Skip(1).Select(value => value.GetString()))));
        Assert.Equal(Files.Table("switches.tsv").Select(row => string.Join('\t', row)).Order(), listed.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_switch_takes_its_values_and_names_them_to_whoever_asks_for_another(string name)
    {
        var row = Files.Table("switches.tsv").Single(row => row[0] == name);
        string[] values = [.. row[2].Split(' '), row[1]];
        foreach (var value in values)
        {
            await sandbox.ControlAsync("profile", new Dictionary<string, string> { [name] = value });
            Assert.Equal(value, Text((await ProfileAsync()).Single(known => Text(known, "name") == name), "value"));
        }
        using var answer = await sandbox.Http.PostAsJsonAsync("/_sandbox/profile", new Dictionary<string, string> { [name] = "neither" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = (await ContractSandbox.JsonAsync(answer)).GetProperty("error").GetString();
        Assert.All(values, value => Assert.Contains(value, error));
    }

    private async Task<IEnumerable<JsonElement>> ProfileAsync() =>
        (await sandbox.Http.GetFromJsonAsync<JsonElement>("/_sandbox/profile")).GetProperty("switches").EnumerateArray();

    private static string? Text(JsonElement known, string name) => known.GetProperty(name).GetString();
}
