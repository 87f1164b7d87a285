using FaceH5Portal.Benchmarks.Calls;
using FaceH5Portal.Benchmarks.Stubs;

namespace FaceH5Portal.Benchmarks.Cpu;

/// <summary>A running stub with verifications to be asked about.</summary>
internal sealed class Contender : IAsyncDisposable
{
    private const int Verifications = 1_000;

    private readonly StubProcess _process;
    private readonly VendorClient _client;
    private readonly string[] _open = new string[Verifications];
    private readonly string[] _finished = new string[Verifications];

    private Contender(string name, StubProcess process, VendorClient client)
    {
        Name = name;
        _process = process;
        _client = client;
    }

    public string Name { get; }

    public static async Task<Contender> StartAsync(Stub stub)
    {
        var process = await StubProcess.StartAsync(stub);
        try
        {
            var contender = new Contender(stub.Name, process, await VendorClient.ConnectAsync(process.Address));
            await VendorClient.RepeatAsync(Verifications, contender.PrepareAsync);
            return contender;
        }
        catch
        {
            // Nobody else knows the process yet, and it would outlive this one.
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Milliseconds of processor time the stub spends on one call, all its threads together.</summary>
    public async Task<double> MeasureAsync(CallKind kind, int calls)
    {
        var tokens = kind.OnFinished ? _finished : _open;
        var before = _process.Cpu();
        await VendorClient.RepeatAsync(calls, number => _client.CallAsync(kind.Name, kind.Body(tokens[number % Verifications])));
        return (_process.Cpu() - before).TotalMilliseconds / calls;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
    }

    private async Task PrepareAsync(int number)
    {
        _open[number] = await _client.GenerateAsync();
        _finished[number] = await _client.GenerateAsync();
        await _client.SubmitAsync(_finished[number]);
        await _client.CompleteAsync(_finished[number]);
    }
}
