using System.Runtime.CompilerServices;
using FaceH5Portal.Sandbox.Tests.Support;

namespace FaceH5Portal.Sandbox.Tests;

/// <summary>docs/sandbox.md says what the sandbox does.</summary>
public class DocumentTests
{
    [Fact]
    public async Task Every_switch_stands_in_the_document_as_it_is()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var switches = (await sandbox.LookAsync("profile")).GetProperty("switches").EnumerateArray().Select(known =>
            $"| `{known.GetProperty("name").GetString()}` "
            + $"| {string.Join(' ', known.GetProperty("allowed").EnumerateArray().Select(value => $"`{value.GetString()}`"))} "
            + $"| {known.GetProperty("meaning").GetString()} |").ToList();
        Assert.Equal(switches, Rows("| `").Where(row => switches.Any(known => Name(known) == Name(row))));
    }

    [Theory]
    [InlineData("faults", """{"path":"result/getall","kind":"fire"}""")]
    [InlineData("faults", """{"path":"nowhere","kind":"empty"}""")]
    public async Task Every_path_and_kind_of_fault_stands_in_the_document(string call, string body)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var answer = await sandbox.Http.PostAsync("/_sandbox/" + call, new StringContent(body));
        var sentence = (await Wire.JsonAsync(answer)).GetProperty("error").GetString()!;
        var allowed = sentence[sentence.IndexOf("one of", StringComparison.Ordinal)..].Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Except(["one", "of", "or", "error", "and", "a", "code", "such", "as"]).ToList();
        var document = await File.ReadAllTextAsync(Document());
        Assert.True(allowed.Count > 10);
        Assert.All(allowed, word => Assert.Contains($"`{word}`", document));
    }

    private static string Name(string row) => row.Split('`')[1];

    private static IEnumerable<string> Rows(string start) => File.ReadLines(Document()).Where(line => line.StartsWith(start, StringComparison.Ordinal));

    private static string Document([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "docs", "sandbox.md");
}
