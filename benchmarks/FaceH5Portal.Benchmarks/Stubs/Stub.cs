namespace FaceH5Portal.Benchmarks.Stubs;

/// <summary>A program that stands in for the vendor.</summary>
internal sealed record Stub(string Name, string Program, params IReadOnlyList<string> Arguments)
{
    private const string AnyPort = "http://127.0.0.1:0";

    public static Stub Sandbox => new("sandbox", BuiltSandbox.Path, $"--Sandbox:Url={AnyPort}", "--Sandbox:Persist=false");

    public static Stub Peer => new("peer", Sibling("PeerStub"), $"--urls={AnyPort}");

    public static Stub Floor => new("floor", Sibling("FloorStub"), $"--urls={AnyPort}");

    /// <summary>The sandbox with its state in a folder instead.</summary>
    public Stub OnDisk(string folder) => new($"{Name} on disk", Program, Arguments[0], $"--Sandbox:DataDirectory={folder}");

    private static string Sibling(string project) => Checkout.BuildOf(Path.Combine("benchmarks", project), project);
}
