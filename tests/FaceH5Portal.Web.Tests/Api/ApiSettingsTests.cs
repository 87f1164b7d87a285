using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People.Keys;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace FaceH5Portal.Web.Tests.Api;

public sealed class ApiSettingsTests
{
    private const string Key = "a-key-made-by-an-administrator";

    [Fact]
    public void In_development_with_the_sandbox_there_is_a_key_that_sees_nobody_in_the_clear()
    {
        var key = Assert.Single(Read("Development", usesSandbox: true).Keys);
        Assert.Equal(("sandbox", KeyRules.Hash("sandbox-portal-key")), (key.Name, key.Sha256));
        Assert.DoesNotContain(Permission.SeePersonalData, key.Permissions);
        Assert.DoesNotContain(Permission.ManagePlans, key.Permissions);
    }

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Development", false)]
    [InlineData("Staging", true)]
    public void Elsewhere_there_is_no_key_until_one_is_set(string environment, bool usesSandbox) =>
        Assert.Empty(Read(environment, usesSandbox).Keys);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_sandboxs_key_is_refused_without_the_sandbox(bool hashed) => Assert.Contains("everybody knows", Refusal("Production",
        ("Api:Keys:0:Name", "crm"), ("Api:Keys:0:Permissions", "SeeSessions"),
        hashed ? ("Api:Keys:0:KeySha256", KeyRules.Hash("sandbox-portal-key")) : ("Api:Keys:0:Key", "sandbox-portal-key")), StringComparison.Ordinal);

    [Fact]
    public void The_sandboxs_key_may_be_given_other_permissions_in_development()
    {
        var key = Assert.Single(Read("Development", true, ("Api:Keys:0:Name", "mine"), ("Api:Keys:0:Key", "sandbox-portal-key"), ("Api:Keys:0:Permissions", "SeePersonalData")).Keys);
        Assert.Equal([Permission.SeePersonalData], key.Permissions);
    }

    [Fact]
    public async Task A_key_is_known_by_itself_and_by_its_hash_and_acts_under_its_name()
    {
        var settings = Read("Production", false,
            ("Api:Keys:0:Name", "crm"), ("Api:Keys:0:Key", Key), ("Api:Keys:0:Permissions", "SeeSessions, createSessions"),
            ("Api:Keys:1:Name", "erp"), ("Api:Keys:1:KeySha256", KeyRules.Hash("another").ToUpperInvariant()), ("Api:Keys:1:Permissions", "SeeMoney"));
        await using var portal = await PortalHarness.StartAsync();
        var keys = new ApiKeys(settings.Keys, portal.Get<KeyBook>());
        Task<Actor?> ActorOf(string key) => keys.ActorOfAsync(key, CancellationToken.None);
        Assert.Equal("api-key/crm", (await ActorOf(Key))!.Id);
        Assert.Equal([Permission.SeeSessions, Permission.CreateSessions], (await ActorOf(Key))!.Permissions.Order());
        Assert.Equal("api-key/erp", (await ActorOf("another"))!.Id);
        Assert.Null(await ActorOf(Key + "x"));
        Assert.Null(await ActorOf("sandbox-portal-key"));
        Assert.DoesNotContain(Key, settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", "", "Name")]
    [InlineData("Name", "two words", "Name")]
    [InlineData("Key", "short", "24")]
    [InlineData("KeySha256", "0123", "SHA-256")]
    [InlineData("Permissions", "", "SeeSessions")]
    [InlineData("Permissions", "SeeAll", "SeeAll")]
    [InlineData("Permissions", "3", "SeeSessions")]
    public void A_key_that_cannot_be_used_is_refused_in_words_that_do_not_tell_it(string setting, string value, string words)
    {
        var refusal = Refusal("Production", ("Api:Keys:0:Name", "crm"), (setting == "KeySha256" ? "Unused" : "Api:Keys:0:Key", Key),
            ("Api:Keys:0:Permissions", "SeeSessions"), ($"Api:Keys:0:{setting}", value));
        Assert.Contains(words, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crm", "another-key-made-by-somebody")]
    [InlineData("erp", Key)]
    public void Two_keys_share_neither_name_nor_key(string name, string key) => Assert.Contains("each needs its own", Refusal("Production",
        ("Api:Keys:0:Name", "crm"), ("Api:Keys:0:Key", Key), ("Api:Keys:0:Permissions", "SeeSessions"),
        ("Api:Keys:1:Name", name), ("Api:Keys:1:Key", key), ("Api:Keys:1:Permissions", "SeeSessions")), StringComparison.Ordinal);

    [Fact]
    public void People_are_sent_to_this_machine_in_development_alone()
    {
        Assert.True(Read("Development", true).AllowsLoopbackReturn);
        Assert.False(Read("Production", false).AllowsLoopbackReturn);
        Assert.Empty(Read("Production", false).ReturnUrlHosts);
        var production = new Endpoints.Api.ReturnUrls(Read("Production", false, ("Api:ReturnUrlHosts", "shop.example")));
        Assert.True(production.Check("https://shop.example/x").Ok);
        Assert.Equal("return-url-not-allowed", Assert.Single(production.Check("http://localhost/x").Errors).Code);
    }

    private static string Refusal(string environment, params (string Key, string Value)[] values) =>
        Assert.Throws<PortalStartException>(() => Read(environment, false, values)).Message;

    private static ApiSettings Read(string environment, bool usesSandbox, params (string Key, string Value)[] values) => ApiSettings.Read(
        // A later value takes the place of an earlier one.
        new ConfigurationBuilder().AddInMemoryCollection(values.GroupBy(value => value.Key).ToDictionary(group => group.Key, group => (string?)group.Last().Value)).Build(),
        new HostingEnvironment { EnvironmentName = environment }, usesSandbox);
}
