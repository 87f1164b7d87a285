using System.Text.Json.Nodes;
using FaceH5Portal.Contract.Tests.Support;

namespace FaceH5Portal.Contract.Tests;

/// <summary>What the document says a client may send.</summary>
public sealed class RequestTests(ContractSandbox sandbox) : IClassFixture<ContractSandbox>
{
    public static TheoryData<string, string, bool> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, bool>();
            foreach (var row in Files.Table("requests.tsv")) rows.Add(row[0], row[1], row[2] == "是");
            return rows;
        }
    }

    [Fact]
    public async Task The_documents_example_mints_a_token()
    {
        var answer = await sandbox.CallRawAsync("verifyToken/generate", Files.Text("Examples", "generate.json"));
        Assert.Empty(Shape.Faults("generate", answer));
    }

    [Theory]
    [InlineData("idcard/submit", "submit", "1001")]
    [InlineData("uploadMatchImage", "upload", "1004")]
    public async Task The_documents_example_works_with_a_token_and_a_picture_of_ours(string path, string example, string plan)
    {
        var body = Files.Text("Examples", example + ".json")
            .Replace("2sF3nE5mXOHkx2aQwWG4n5WI", await sandbox.MintAsync(plan), StringComparison.Ordinal)
            .Replace("/9j/4AAQSkZJRgABAQAAAQABAAD/", Files.Picture(), StringComparison.Ordinal);
        Assert.Empty(Shape.Faults(example, await sandbox.CallRawAsync(path, body)));
    }

    [Theory]
    [InlineData("simple")]
    [InlineData("detail")]
    [InlineData("stat")]
    [InlineData("media/query")]
    [InlineData("getall")]
    public async Task The_documents_example_of_a_question_is_answered(string question)
    {
        var token = await sandbox.CompletedAsync("1006");
        var body = Files.Text("Examples", "query.json").Replace("cIupeyP51sn28XzxGVTfYqoN", token, StringComparison.Ordinal);
        Assert.True((await sandbox.CallRawAsync("result/" + question, body)).GetProperty("success").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_parameter_may_be_left_out_just_where_the_table_says_so(string path, string parameter, bool required)
    {
        var body = await CompleteBodyAsync(path);
        body.Remove(parameter);
        var answer = await sandbox.CallRawAsync(path, body.ToJsonString());
        Assert.Equal(!required, answer.GetProperty("success").GetBoolean());
        if (required) Assert.Empty(Shape.Faults("failure", answer));
    }

    [Theory]
    [InlineData("certificate_type", "0")]
    [InlineData("certificate_type", "1")]
    [InlineData("certificate_type", "2")]
    [InlineData("certificate_type", "3")]
    [InlineData("certificate_type", "4")]
    [InlineData("certificate_type", "5")]
    [InlineData("quality_control", "\"NONE\"")]
    [InlineData("quality_control", "\"LOW\"")]
    [InlineData("quality_control", "\"NORMAL\"")]
    [InlineData("quality_control", "\"HIGH\"")]
    [InlineData("liveness_control", "\"NONE\"")]
    [InlineData("liveness_control", "\"LOW\"")]
    [InlineData("liveness_control", "\"NORMAL\"")]
    [InlineData("liveness_control", "\"HIGH\"")]
    public async Task Every_value_the_table_names_is_taken(string parameter, string value)
    {
        var path = parameter == "certificate_type" ? "idcard/submit" : "uploadMatchImage";
        var body = await CompleteBodyAsync(path);
        body[parameter] = JsonNode.Parse(value);
        Assert.True((await sandbox.CallRawAsync(path, body.ToJsonString())).GetProperty("success").GetBoolean());
    }

    [Theory]
    [InlineData(null, "0")]
    [InlineData(4, "4")]
    public async Task The_kind_of_document_is_that_of_a_resident_unless_told_otherwise(int? given, string kept)
    {
        var body = await CompleteBodyAsync("idcard/submit");
        body.Remove("certificate_type");
        if (given is not null) body["certificate_type"] = given;
        await sandbox.CallRawAsync("idcard/submit", body.ToJsonString());
        var token = body["verify_token"]!.GetValue<string>();
        await sandbox.CompleteAsync(token);
        var attempt = (await sandbox.AskAsync("getall", token)).GetProperty("result").GetProperty("verify_result")[0];
        Assert.Equal(kept, attempt.GetProperty("idcard_confirm").GetProperty("idcard_type").GetString());
    }

    [Fact]
    public async Task The_old_path_on_the_pages_host_takes_a_submission_with_and_without_an_access_token()
    {
        foreach (var query in new[] { "", "?access_token=" + await sandbox.AccessAsync() })
        {
            var body = await CompleteBodyAsync("idcard/submit");
            using var answer = await sandbox.Http.PostAsync("/solution/faceprint/idcard/submit" + query, new StringContent(body.ToJsonString()));
            Assert.Empty(Shape.Faults("submit", await ContractSandbox.JsonAsync(answer)));
            Assert.Equal(0, (await sandbox.CompleteAsync(body["verify_token"]!.GetValue<string>())).GetProperty("code").GetInt32());
        }
    }

    [Fact]
    public async Task The_captured_face_is_had_by_a_plain_get()
    {
        var simple = await sandbox.AskAsync("simple", await sandbox.CompletedAsync("1001"));
        using var picture = await sandbox.Http.GetAsync(simple.GetProperty("result").GetProperty("image").GetString());
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(await picture.Content.ReadAsByteArrayAsync());
    }

    private async Task<JsonObject> CompleteBodyAsync(string path)
    {
        JsonObject body = path switch
        {
            "verifyToken/generate" => new() { ["plan_id"] = "1001" },
            "idcard/submit" => new() { ["id_name"] = "张三", ["id_no"] = ContractSandbox.Number, ["certificate_type"] = 0 },
            "uploadMatchImage" => new() { ["image"] = Files.Picture(), ["quality_control"] = "LOW", ["liveness_control"] = "LOW" },
            _ => new() { ["verify_token"] = await sandbox.CompletedAsync("1001") },
        };
        if (path is "idcard/submit" or "uploadMatchImage") body["verify_token"] = await sandbox.MintAsync(path == "idcard/submit" ? "1001" : "1004");
        return body;
    }
}
