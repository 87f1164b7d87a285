using System.Net;
using System.Net.Sockets;
using FaceH5Portal.Benchmarks.Stubs;
using PortalEngine;

namespace FaceH5Portal.Benchmarks.Idle;

/// <summary>The whole portal as it was built, its sandbox beside it, on ports and files of its own.</summary>
internal static class PortalProgram
{
    private const string Name = "FaceH5Portal.Web";

    public static Stub In(string folder)
    {
        var key = Path.Combine(folder, "master.key");
        File.WriteAllText(key, Convert.ToBase64String(Portal.MasterKeyBytes));
        return new Stub("portal", Checkout.BuildOf(Path.Combine("src", Name), Name),
            "--environment=Development",
            "--Urls=http://127.0.0.1:0",
            $"--Sandbox:Url=http://127.0.0.1:{FreePort()}",
            $"--ConnectionStrings:Portal=Data Source={Path.Combine(folder, "portal.db")}",
            $"--Portal:DataDirectory={folder}",
            $"--Portal:MasterKeyFile={key}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
