using System.Net;

namespace FaceH5Portal.Simulation.Tests.Wires;

/// <summary>Announces more than anybody will read; whoever reads on all the same gets it.</summary>
internal sealed class HugeContent : HttpContent
{
    private const int Bytes = 64 * 1024 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(new byte[Bytes]).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = Bytes;
        return true;
    }
}
