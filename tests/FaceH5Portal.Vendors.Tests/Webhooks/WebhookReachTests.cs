using System.Net;
using FaceH5Portal.Vendors.Webhooks;

namespace FaceH5Portal.Vendors.Tests.Webhooks;

public sealed class WebhookReachTests
{
    [Theory]
    [InlineData("https://crm.example/hook", true)]
    [InlineData("https://crm.example:8443/hook?tenant=7", true)]
    [InlineData("https://1.1.1.1/hook", true)]
    [InlineData("http://crm.example/hook", false)]
    [InlineData("ftp://crm.example/hook", false)]
    [InlineData("https://user:password@crm.example/hook", false)]
    [InlineData("https://10.0.0.7/hook", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://[fd00::1]/hook", false)]
    [InlineData("https://[::ffff:10.0.0.7]/hook", false)]
    [InlineData("https://2130706433/hook", false)]
    [InlineData("https://localhost/hook", false)]
    [InlineData("http://127.0.0.1:5000/hook", false)]
    public void Unless_told_only_https_out_on_the_internet_is_let(string url, bool allowed) => Assert.Equal(allowed, new WebhookReach().Allows(new Uri(url)));

    [Theory]
    [InlineData("http://127.0.0.1:5000/hook", true)]
    [InlineData("http://localhost:5000/hook", true)]
    [InlineData("http://crm.example/hook", true)]
    [InlineData("http://192.168.1.7/hook", false)]
    public void In_development_this_machine_is_let_and_the_network_around_it_is_not(string url, bool allowed) =>
        Assert.Equal(allowed, new WebhookReach { ThisMachine = true, PlainHttp = true }.Allows(new Uri(url)));

    [Theory]
    [InlineData("https://192.168.1.7/hook", true)]
    [InlineData("http://localhost:5000/hook", true)]
    [InlineData("http://192.168.1.7/hook", false)]
    public void A_private_network_is_let_by_a_setting_and_over_https(string url, bool allowed) =>
        Assert.Equal(allowed, new WebhookReach { PrivateNetworks = true }.Allows(new Uri(url)));

    [Theory]
    [InlineData("crm.example", "10.0.0.1", false)]
    [InlineData("crm.example", "127.0.0.1", false)]
    [InlineData("crm.example", "::ffff:169.254.169.254", false)]
    [InlineData("crm.example", "1.1.1.1", true)]
    public void Where_a_name_leads_is_looked_at_too(string host, string address, bool reached) =>
        Assert.Equal(reached, new WebhookReach { ThisMachine = true }.MayReach(host, IPAddress.Parse(address)));
}
