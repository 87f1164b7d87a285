using System.Net;
using System.Net.Sockets;

namespace FaceH5Portal.TestKit;

/// <summary>
/// Ports for servers of tests, each given once. They lie below those that the system picks for connections: one of
/// these would else take the port between the moment it was found free and the moment somebody listens on it.
/// </summary>
public static class FreePort
{
    private const int First = 12_000;
    private const int Count = 18_000;

    // Test projects may run side by side; each begins elsewhere.
    private static int last = Environment.ProcessId * 61 % Count;

    public static int Next()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + (Interlocked.Increment(ref last) & int.MaxValue) % Count;
            if (IsFree(port))
                return port;
        }
        throw new InvalidOperationException("No port is free.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            // Somebody else's; the next may be free.
            return false;
        }
    }
}
