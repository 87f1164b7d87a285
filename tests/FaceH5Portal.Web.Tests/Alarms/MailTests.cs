using FaceH5Portal.Core.Alarming;
using FaceH5Portal.TestKit;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace FaceH5Portal.Web.Tests.Alarms;

/// <summary>Mails go to a real listener and are read back.</summary>
public sealed class MailTests : IAsyncLifetime
{
    private readonly SmtpListener server = SmtpListener.Open();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task An_alarm_is_mailed_to_everybody_with_the_way_to_the_page_and_again_when_it_is_over()
    {
        await using var host = new AlarmHost(server.Settings());
        await host.LookAsync(2000);
        Assert.Equal(["watch@example.com", "night@example.com"], server.Receivers);
        Assert.True(server.Taken.TryDequeue(out var mail));
        Assert.Equal(("FaceH5Portal alarm: Room on the disk", "portal@example.com"), (mail.Subject, ((MailboxAddress)mail.From[0]).Address));
        Assert.Contains("2,000 MiB are left", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("/alarms", mail.TextBody, StringComparison.Ordinal);
        await host.LookAsync(100_000);
        Assert.True(server.Taken.TryDequeue(out var over));
        Assert.Equal("FaceH5Portal, over: Room on the disk", over.Subject);
    }

    [Fact]
    public async Task A_mail_speaks_the_language_that_is_set()
    {
        await using var host = new AlarmHost(server.Settings("zh-CN"));
        await host.LookAsync(2000);
        Assert.True(server.Taken.TryDequeue(out var mail));
        Assert.Contains("磁盘空间", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_with_an_address_gets_the_mail_alone()
    {
        await using var host = new AlarmHost(server.Settings());
        await host.Portal.Services.GetRequiredService<AlarmDesk>().SetRuleAsync(
            AlarmHost.Administrator, AlarmRule.Disk, 0, new WantedRule(true, 5000, "disk@example.com", null, null), CancellationToken.None);
        await host.LookAsync(2000);
        Assert.Equal(["disk@example.com"], server.Receivers);
    }

    [Fact]
    public async Task A_mail_about_people_names_none_of_them()
    {
        await using var host = new AlarmHost(server.Settings());
        await host.Portal.Services.GetRequiredService<AlarmDesk>().SetRuleAsync(
            AlarmHost.Administrator, AlarmRule.AttemptsOfPerson, 0, new WantedRule(true, 2, null, null, null), CancellationToken.None);
        for (var i = 0; i < 2; i++)
        {
            var created = await host.Portal.CreateSessionAsync();
            using var visitor = host.Portal.Visit();
            await visitor.OpenAsync(created.Link);
            using var away = await visitor.StartAsync(agreed: true);
            await host.Portal.CaptureAndReturnAsync(visitor, away.Headers.Location!);
        }
        await host.LookAsync(100_000);
        Assert.True(server.Taken.TryDequeue(out var mail));
        var text = mail.ToString() + mail.TextBody;
        Assert.Contains("attempts of one person", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(SessionDriver.Number, text, StringComparison.Ordinal);
        Assert.DoesNotContain("测试甲", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "refused-550")]
    [InlineData(false, "unreachable")]
    public async Task A_server_that_does_not_take_it_is_shown_on_the_console_and_blocks_nothing(bool isThere, string code)
    {
        server.Refuses = true;
        var settings = server.Settings();
        if (!isThere)
            settings["Alarms:Mail:Port"] = FreePort.Next().ToString(System.Globalization.CultureInfo.InvariantCulture);
        await using var host = new AlarmHost(settings);
        await host.Portal.Services.GetRequiredService<AlarmDesk>().SetRuleAsync(
            AlarmHost.Administrator, AlarmRule.Telling, 0, new WantedRule(true, 1, null, null, null), CancellationToken.None);
        await host.LookAsync(2000);
        await host.LookAsync(2000);
        var telling = (await host.ActiveAsync()).Single(alarm => alarm.Rule == AlarmRule.Telling);
        Assert.Equal(("channel/mail", code), (telling.Subject, telling.Detail));
        Assert.True((await host.Portal.CreateSessionAsync()).Id != Guid.Empty);
    }
}
