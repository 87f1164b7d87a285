using System.Net;
using FaceH5Portal.Vendors.Http;

namespace FaceH5Portal.Vendors.Webhooks;

/// <summary>Where webhooks may be sent to. Unless told, only out to the internet and only over https: an address is somebody's word, and it must not open what stands inside.</summary>
public sealed record WebhookReach
{
    /// <summary>Whether a receiver may stand in a private network (10.0.0.0/8, 192.168.0.0/16 and so on) or on this machine.</summary>
    public bool PrivateNetworks { get; init; }

    /// <summary>Whether a receiver may be this machine where its address says so outright (<c>localhost</c>, <c>127.0.0.1</c>), over plain http too.</summary>
    public bool ThisMachine { get; init; }

    /// <summary>Whether plain http is sent to other machines.</summary>
    public bool PlainHttp { get; init; }

    /// <summary>Whether a receiver may have this address. What its name leads to is looked at when it is connected to.</summary>
    /// <param name="url">Absolute.</param>
    /// <returns>False for another scheme than https (http where it is let), for a name and password in the address, and for an IP address that is not let.</returns>
    public bool Allows(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (url.UserInfo.Length > 0 || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && MayBePlain(url))))
            return false;
        return !IPAddress.TryParse(url.IdnHost.Trim('[', ']'), out var literal) ? !InnerNetworks.NamesThisMachine(url.IdnHost) || PrivateNetworks || ThisMachine
            : MayReach(url.IdnHost.Trim('[', ']'), literal);
    }

    internal bool MayReach(string host, IPAddress address) =>
        PrivateNetworks || (ThisMachine && InnerNetworks.IsThisMachine(address) && InnerNetworks.NamesThisMachine(host)) || !InnerNetworks.Contain(address);

    private bool MayBePlain(Uri url) => PlainHttp || ((ThisMachine || PrivateNetworks) && InnerNetworks.NamesThisMachine(url.IdnHost.Trim('[', ']')));
}
