using System.Text.Json;
using FaceH5Portal.Contract.Tests.Support;

namespace FaceH5Portal.Contract.Tests;

public sealed class ShapeTests(ContractSandbox sandbox) : IClassFixture<ContractSandbox>
{
    private static readonly Dictionary<string, string> Fitting = new()
    {
        ["boolean"] = "bool true",
        ["bool"] = "bool",
        ["int"] = "int",
        ["float"] = "number",
        ["object"] = "object",
        ["array"] = "array",
        ["object[]"] = "array",
        ["string"] = "string log-id token24 digits url base64 beijing-time empty",
    };

    public static TheoryData<string> Every => [.. Scenes.All];

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var row in Files.Table("responses.tsv")) rows.Add(row[0], row[1], row[4]);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task An_answer_has_exactly_its_shape(string scene) =>
        Assert.Empty(Shape.Faults(Scenes.ShapeOf(scene), await Scenes.PlayAsync(sandbox, scene)));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_row_of_the_documents_tables_is_in_the_answer_with_its_type(string scene, string path, string words)
    {
        var found = At(await Scenes.PlayAsync(sandbox, scene), path).ToList();
        Assert.NotEmpty(found);
        Assert.All(found, value => Assert.True(Shape.Fits(words, value), $"{path} is not {words} but {value.GetRawText()}"));
    }

    [Fact]
    public void A_row_stands_as_the_document_types_it_or_says_why_not()
    {
        var unexplained = Files.Table("responses.tsv").Where(row => row.Length < 6 && !Fitting[row[3]].Split(' ').Contains(row[4]));
        Assert.Equal([], unexplained.Select(row => $"{row[0]} {row[1]}: {row[3]}, yet {row[4]}"));
    }

    [Fact]
    public void The_shapes_tell_a_wrong_answer_from_a_right_one()
    {
        Assert.Equal(["$.log_id is missing", "$.result.verify_token is not token24 but \"short\""], Faults("""{"success":true,"result":{"verify_token":"short"}}"""));
        Assert.Contains("$.extra is surplus", Faults("""{"success":true,"result":{"verify_token":"Yz9rWITm4vak16PBAh5x8oG7"},"log_id":"1814798895111111111","extra":1}"""));
    }

    private static IReadOnlyList<string> Faults(string json) => Shape.Faults("generate", JsonDocument.Parse(json).RootElement);

    private static IEnumerable<JsonElement> At(JsonElement root, string path)
    {
        IEnumerable<JsonElement> here = [root];
        foreach (var step in path.Split('.'))
        {
            var name = step.Replace("[]", "", StringComparison.Ordinal);
            here = here.Where(element => element.TryGetProperty(name, out _)).Select(element => element.GetProperty(name));
            if (step.EndsWith("[]", StringComparison.Ordinal)) here = here.SelectMany(element => element.EnumerateArray());
        }
        return here;
    }
}
