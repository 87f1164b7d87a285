namespace FaceH5Portal.Benchmarks.Stubs;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("faceh5-benchmark-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
