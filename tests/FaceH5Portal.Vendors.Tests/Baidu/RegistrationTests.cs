using FaceH5Portal.Vendors.Baidu;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FaceH5Portal.Vendors.Tests.Baidu;

public sealed class RegistrationTests
{
    [Fact]
    public void Without_any_setting_the_defaults_are_the_vendors_own()
    {
        var options = Options();

        Assert.Equal(("https://aip.baidubce.com", "https://brain.baidu.com"), (options.ApiBaseUrl, options.PageBaseUrl));
        Assert.False(options.HasCredentials);
    }

    [Fact]
    public void Configured_media_hosts_add_to_the_default() =>
        Assert.Equal(["bcebos.com", "baidubce.com", "baidu.com", "media.example"], Options(("MediaHosts:0", "media.example")).MediaHosts);

    [Fact]
    public void Every_wrong_setting_is_named_at_once()
    {
        var error = Assert.Throws<OptionsValidationException>(() => Options(
            ("ApiBaseUrl", "http://aip.example"),
            ("PageBaseUrl", "brain"),
            ("QueryTimeout", "00:05:00"),
            ("MediaHosts:0", "https://media.example/x")));

        Assert.Equal(
            ["ApiBaseUrl", "PageBaseUrl", "MediaHosts", "QueryTimeout"],
            error.Failures.Select(failure => failure.Split(':', ' ')[2]).Where(key => key != "QueryDeadline"));
    }

    [Fact]
    public void Plain_http_is_for_loopback() => Assert.Equal("http://localhost:5090", Options(("ApiBaseUrl", "http://localhost:5090")).ApiBaseUrl);

    [Fact]
    public void A_time_provider_already_there_is_kept()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        using var provider = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddBaiduFace(new ConfigurationBuilder().Build()).BuildServiceProvider();

        Assert.Same(clock, provider.GetRequiredService<TimeProvider>());
    }

    private static BaiduOptions Options(params (string Key, string? Value)[] settings)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => pair.Value)).Build();
        using var provider = new ServiceCollection().AddBaiduFace(section).BuildServiceProvider();
        return provider.GetRequiredService<IOptions<BaiduOptions>>().Value;
    }
}
