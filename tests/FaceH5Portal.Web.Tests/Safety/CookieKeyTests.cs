using System.Security.Cryptography;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Security;
using FaceH5Portal.Web.Security.CookieKeys;
using FaceH5Portal.Web.Tests.Api;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Web.Tests.Safety;

public sealed class CookieKeyTests : IDisposable
{
    private static readonly MasterKey First = new([.. Enumerable.Repeat((byte)1, MasterKey.Bytes)], 1);
    private static readonly MasterKey Second = new([.. Enumerable.Repeat((byte)2, MasterKey.Bytes)], 2);

    private readonly string folder = Directory.CreateTempSubdirectory("cookie-keys-").FullName;
    private readonly KeptLog log = new();
    private readonly Guid session = Guid.NewGuid();

    public void Dispose()
    {
        log.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_key_lies_wrapped_with_the_version_that_wraps_it_and_no_warning_is_left()
    {
        Visits(First).Stamp(session);
        Assert.DoesNotContain("<value>", Assert.Single(Keys()), StringComparison.Ordinal);
        Assert.Contains("<wrapped masterKey=\"1\"", Assert.Single(Keys()), StringComparison.Ordinal);
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains("unencrypted", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_check_finds_the_warning_of_a_key_that_is_not_wrapped()
    {
        Unwrapped().CreateProtector("any").Protect("any");
        Assert.Contains("<value>", Assert.Single(Keys()), StringComparison.Ordinal);
        Assert.Contains(log.Lines, line => line.Contains("unencrypted", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_cookie_outlives_the_process_that_made_it()
    {
        var cookie = Visits(First).Stamp(session);
        Assert.Equal(session, Visits(First).Read(cookie));
        Assert.Single(Keys());
    }

    [Fact]
    public void A_cookie_outlives_a_newer_master_key_while_the_older_one_is_at_hand()
    {
        var cookie = Visits(First).Stamp(session);
        Assert.Equal(session, Visits(First, Second).Read(cookie));
        Assert.Null(Visits(Second).Read(cookie));
    }

    [Fact]
    public void A_newer_master_key_wraps_the_keys_that_come_after_it()
    {
        Services(First, Second).GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        Assert.Contains("<wrapped masterKey=\"2\"", Assert.Single(Keys()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_from_before_it_was_wrapped_still_opens()
    {
        var old = new VisitCookie(Unwrapped()).Stamp(session);
        Assert.Equal(session, Visits(First).Read(old));
    }

    [Fact]
    public void A_start_wraps_older_keys_anew_so_that_the_older_master_key_may_go()
    {
        var cookie = Visits(First).Stamp(session);
        Services(First, Second).GetRequiredService<CookieKeyFiles>().WrapAnew();
        Assert.Contains("<wrapped masterKey=\"2\"", Assert.Single(Keys()), StringComparison.Ordinal);
        Assert.Equal(session, Visits(Second).Read(cookie));
    }

    [Fact]
    public void A_start_wraps_what_was_never_wrapped()
    {
        var cookie = new VisitCookie(Unwrapped()).Stamp(session);
        Services(First).GetRequiredService<CookieKeyFiles>().WrapAnew();
        Assert.DoesNotContain("<value>", Assert.Single(Keys()), StringComparison.Ordinal);
        Assert.Equal(session, Visits(First).Read(cookie));
    }

    [Fact]
    public void A_start_leaves_a_key_whose_master_key_is_gone()
    {
        Visits(First).Stamp(session);
        var before = Assert.Single(Keys());
        Services(Second).GetRequiredService<CookieKeyFiles>().WrapAnew();
        Assert.Equal(before, Assert.Single(Keys()));
    }

    [Fact]
    public void A_key_that_was_moved_or_changed_does_not_open()
    {
        var wrapping = Services(First).GetRequiredService<KeyWrapping>();
        var wrapped = wrapping.Wrap([1, 2, 3], "cookie-key");
        Assert.Equal([1, 2, 3], wrapping.Unwrap(1, wrapped, "cookie-key"));
        Assert.ThrowsAny<CryptographicException>(() => wrapping.Unwrap(1, wrapped, "index-key"));
        wrapped[^1]++;
        Assert.ThrowsAny<CryptographicException>(() => wrapping.Unwrap(1, wrapped, "cookie-key"));
    }

    /// <summary>What a process that starts now makes of the folder.</summary>
    private VisitCookie Visits(params MasterKey[] keys) => new(Services(keys).GetRequiredService<IDataProtectionProvider>());

    private ServiceProvider Services(params MasterKey[] keys)
    {
        var services = Logging();
        services.AddSingleton(new MasterKeyRing("the test", keys)).AddSingleton<Entropy>().AddSingleton<KeyWrapping>();
        services.AddCookieKeys(folder);
        return services.BuildServiceProvider();
    }

    private IDataProtectionProvider Unwrapped()
    {
        var services = Logging();
        services.AddDataProtection().SetApplicationName("FaceH5Portal").PersistKeysToFileSystem(new DirectoryInfo(folder));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
    }

    private ServiceCollection Logging()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        return services;
    }

    private List<string> Keys() => [.. Directory.GetFiles(folder, "key-*.xml").Select(File.ReadAllText)];
}
