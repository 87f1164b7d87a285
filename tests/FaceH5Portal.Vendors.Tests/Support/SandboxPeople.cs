using System.Text.RegularExpressions;
using FaceH5Portal.Vendors.Baidu;

namespace FaceH5Portal.Vendors.Tests.Support;

/// <summary>Two people who went through the sandbox: one was recorded, the other scanned an ID card and needed two attempts.</summary>
internal sealed partial record SandboxPeople(string Recorded, string Scanned)
{
    public static async Task<SandboxPeople> VerifyAsync(LiveSandbox sandbox, IBaiduFaceClient client)
    {
        string recorded = await MintAsync(client, "1006");
        await client.SubmitIdentityAsync(recorded, new SubmittedIdentity("张三", "110101199003070011", 0), CancellationToken.None);
        await sandbox.CompleteAsync(recorded);
        string scanned = await MintAsync(client, "1002");
        await sandbox.ScriptAsync(scanned, 223120, 0);
        await sandbox.CompleteAsync(scanned);
        await sandbox.CompleteAsync(scanned);
        return new SandboxPeople(recorded, scanned);
    }

    /// <summary>What the client reads about them, without what changes from one answer to the next: log ids and signatures.</summary>
    public async Task<SandboxFacts> FactsAsync(IBaiduFaceClient client) => new(
        Facts(await client.GetStatAsync(Scanned, CancellationToken.None)),
        Facts(await client.GetMediaAsync(Recorded, CancellationToken.None)),
        Facts(await client.GetAllAsync(Scanned, CancellationToken.None)),
        Facts(await client.GetDetailAsync(Scanned, CancellationToken.None)));

    private static string Facts<T>(VendorAnswer<T> answer)
        where T : class =>
        Captures().Replace(CorpusBody.Describe(new NamedAnswer(answer.Value, answer.Fault, null, null)), "$1");

    private static async Task<string> MintAsync(IBaiduFaceClient client, string plan) =>
        (await client.GenerateAsync(plan, CancellationToken.None)).Value!.VerifyToken;

    // A signed address, down to the name of its file.
    [GeneratedRegex(@"http://[^""]+?/([^/""]+\.jpg)\?authorization=[^""]*")]
    private static partial Regex Captures();
}
