using FaceH5Portal.Vendors.Tests.Support;

namespace FaceH5Portal.Vendors.Tests.Baidu;

/// <summary>Every shape the vendor documents, contradicts or was seen to write, read through the client and compared field by field.</summary>
public sealed class CorpusTests
{
    private const int Fewest = 150;
    private const int CutEvery = 61;

    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var body in CorpusBody.All)
                files.Add(body.Call, body.Name);
            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_body_is_read_as_the_file_beside_it_says(string call, string name)
    {
        var body = new CorpusBody(call, name);

        var answer = await ReadAsync(call, body.Bytes);

        Assert.Equal(body.Expected, CorpusBody.Describe(answer));
        Assert.Equal(body.Text, answer.RawBody);
    }

    [Fact]
    public void The_corpus_covers_every_call_and_leaves_nothing_behind()
    {
        Assert.Empty(CorpusBody.Orphans);
        Assert.Equal(NamedCalls.Commands.Concat(NamedCalls.Queries).Order(), CorpusBody.All.Select(body => body.Call).Distinct().Order());
        Assert.InRange(CorpusBody.All.Count(), Fewest, int.MaxValue);
    }

    [Fact]
    public async Task A_body_cut_off_anywhere_is_a_fault_and_never_half_an_answer()
    {
        foreach (var body in CorpusBody.All.Where(body => body.Text.TrimEnd().EndsWith('}') && body.Name != "two-bodies"))
        {
            byte[] whole = body.Bytes[..^(body.Text.Length - body.Text.TrimEnd().Length)];
            for (int length = 1; length < whole.Length; length += CutEvery)
                Assert.Equal(VendorFaultKind.Unreadable, (await ReadAsync(body.Call, whole[..length])).Fault?.Kind);
        }
    }

    private static async Task<NamedAnswer> ReadAsync(string call, byte[] body)
    {
        using var bench = BaiduBench.WithStub();
        bench.Stub.Plan(NamedCalls.PathAndBody(call).Path, body);
        return await NamedCalls.AnswerAsync(bench, call);
    }
}
