using FaceH5Portal.Core.Alarming;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Hosting.Settings;
using MudBlazor;

namespace FaceH5Portal.Web.Tests.Alarms;

public sealed class AlarmDisplayTests
{
    [Fact]
    public void Every_severity_state_and_health_has_words_in_both_languages_and_a_look_of_its_own()
    {
        var severities = Enum.GetValues<AlarmSeverity>().Select(AlarmDisplay.Of).ToList();
        var states = Enum.GetValues<AlarmState>().Select(AlarmDisplay.Of).ToList();
        var healths = Enum.GetValues<SettingHealth>().Select(SettingDisplay.Of).ToList();
        Assert.Distinct(severities);
        Assert.Distinct(states);
        Assert.Distinct(healths);
        Assert.All(severities.Concat(states).Select(look => look.TextKey).Concat(healths.Select(look => look.TextKey)), key =>
        {
            Assert.Contains(key, TextResources.English.Keys);
            Assert.Contains(key, TextResources.Chinese.Keys);
        });
    }

    [Theory]
    [InlineData(AlarmSeverity.Advice, Color.Info)]
    [InlineData(AlarmSeverity.Warning, Color.Warning)]
    [InlineData(AlarmSeverity.Critical, Color.Error)]
    public void The_colour_says_how_grave_it_is(AlarmSeverity severity, Color color) => Assert.Equal(color, AlarmDisplay.Of(severity).Color);

    [Theory]
    [InlineData(AlarmState.Open, Color.Error)]
    [InlineData(AlarmState.Acknowledged, Color.Info)]
    [InlineData(AlarmState.Snoozed, Color.Default)]
    [InlineData(AlarmState.Resolved, Color.Success)]
    public void The_colour_says_how_it_stands(AlarmState state, Color color) => Assert.Equal(color, AlarmDisplay.Of(state).Color);

    [Fact]
    public void What_has_no_display_is_noticed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AlarmDisplay.Of((AlarmSeverity)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => AlarmDisplay.Of((AlarmState)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => SettingDisplay.Of((SettingHealth)99));
    }

    [Theory]
    [InlineData(AlarmRule.Budget, null, "/admin/budgets")]
    [InlineData(AlarmRule.SetUp, "6", "/plans")]
    [InlineData(AlarmRule.AttemptsOfLink, "019aaf03-9e5c-7d3a-8f5e-0c1b2a3d4e5f", "/sessions/019aaf03-9e5c-7d3a-8f5e-0c1b2a3d4e5f")]
    [InlineData(AlarmRule.Expiry, "api-key/crm", "/admin/keys")]
    [InlineData(AlarmRule.Expiry, "Portal:MasterKeyFile", null)]
    [InlineData(AlarmRule.Disk, null, null)]
    public void An_alarm_leads_to_where_its_cause_can_be_seen(AlarmRule rule, string? detail, string? address) => Assert.Equal(
        address, AlarmDisplay.AddressOf(new Alarm { Id = Guid.Empty, Rule = rule, Subject = "x", Detail = detail, FirstSeenUtc = default }));
}
