using System.Net;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;

namespace FaceH5Portal.Web.Tests.Host.Journey;

/// <summary>Forms that come twice, too late, or out of another session's page.</summary>
[Collection(JourneyTests.Name)]
public sealed class RepeatedFormTests(JourneyPortal portal)
{
    [Fact]
    public async Task A_start_that_is_sent_many_times_at_once_mints_one_token_and_notes_one_consent()
    {
        var invited = await portal.InviteAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        var form = Visitor.Hidden(await visitor.ReadAsync("/verify"), Visitor.StartForm);
        var before = await portal.VendorCallsAsync("verifyToken/generate");
        var pages = new List<Uri?>();
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.PostAsync("/verify", [.. form, ("Agreed", "yes")]))))
            using (answer)
                pages.Add(answer.Headers.Location);
        Assert.Equal("/face/print/", Assert.Single(pages.Distinct())!.AbsolutePath);
        Assert.Equal(before + 1, await portal.VendorCallsAsync("verifyToken/generate"));
        Assert.Single(await portal.AllAsync<ConsentRecord>(consent => consent.SessionId == invited.Id));
        Assert.Single(await portal.AllAsync<TimelineEntry>(entry => entry.SessionId == invited.Id && entry.Kind == TimelineKind.LeftForCapture));
    }

    [Fact]
    public async Task Going_on_later_leads_to_the_same_page_of_the_vendor()
    {
        using var visitor = portal.Visit();
        await visitor.OpenAsync((await portal.InviteAsync()).Link);
        using var first = await visitor.StartAsync(agreed: true);
        Assert.Equal("Resume", await visitor.StepAsync());
        using var again = await visitor.SubmitAsync("/verify", "verify-start");
        Assert.Equal(first.Headers.Location, again.Headers.Location);
    }

    [Fact]
    public async Task A_consent_out_of_an_old_tab_does_not_start_a_verification_that_is_over()
    {
        var invited = await portal.InviteAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        var form = Visitor.Hidden(await visitor.ReadAsync("/verify"), Visitor.StartForm);
        await portal.CancelAsync(invited.Id);
        var before = await portal.VendorCallsAsync();
        using var late = await visitor.PostAsync("/verify", [.. form, ("Agreed", "yes")]);
        Assert.Equal((HttpStatusCode.Redirect, "/verify"), (late.StatusCode, Visitor.LeadsTo(late)));
        Assert.Equal(before, await portal.VendorCallsAsync());
        Assert.Empty(await portal.AllAsync<ConsentRecord>(consent => consent.SessionId == invited.Id));
    }

    [Theory]
    [InlineData("/verify", "verify-start", "Agreed", "yes")]
    [InlineData("/verify/other-way", "other-way-ask", "Contact", "010-00000000")]
    [InlineData("/verify/withdraw", "withdraw-confirm", "Confirmed", "yes")]
    public async Task A_form_that_was_made_for_another_session_is_refused(string path, string button, string field, string value)
    {
        var (first, second) = (await portal.InviteAsync(), await portal.InviteAsync());
        using var visitor = portal.Visit();
        await visitor.OpenAsync(first.Link);
        var form = Visitor.Hidden(await visitor.ReadAsync(path), Visitor.FormOf(button));
        await visitor.OpenAsync(second.Link);
        await using var watch = await portal.WatchAsync();
        var before = watch.Version;
        using var answer = await visitor.PostAsync(path, [.. form, (field, value)]);
        Assert.Equal("visit-changed", await Visitor.FaultOfAsync(answer));
        Assert.Equal(before, watch.Version);
    }

    [Theory]
    [InlineData("1001", "identity-next", "Name", "测试乙")]
    [InlineData("1004", "photo-next", "Photo", "none")]
    public async Task The_forms_for_missing_parts_are_refused_for_another_session_too(string plan, string button, string field, string value)
    {
        using var visitor = portal.Visit();
        var forms = new List<(string Name, string Value)[]>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await visitor.OpenAsync((await portal.InviteSomebodyAsync(plan)).Link);
            (await visitor.SubmitAsync("/verify", "verify-start", ("Agreed", "yes"), ("Born", "1990-03-07"))).Dispose();
            forms.Add(Visitor.Hidden(await visitor.ReadAsync("/verify"), Visitor.FormOf(button)));
        }
        using var answer = await visitor.PostAsync("/verify", [.. forms[0], (field, value)]);
        Assert.Equal("visit-changed", await Visitor.FaultOfAsync(answer));
    }

    [Fact]
    public async Task A_form_of_a_step_that_is_done_answers_how_things_stand()
    {
        var invited = await portal.InviteSomebodyAsync();
        using var visitor = portal.Visit();
        await visitor.OpenAsync(invited.Link);
        (await visitor.SubmitAsync("/verify", "verify-start", ("Agreed", "yes"))).Dispose();
        var form = Visitor.Hidden(await visitor.ReadAsync("/verify"), Visitor.FormOf("identity-next"));
        foreach (var name in new[] { "测试甲", "测试乙" })
        {
            using var answer = await visitor.PostAsync("/verify", [.. form, ("Name", name), ("Number", JourneyPortal.Adult), ("Type", "ResidentIdCard")]);
            Assert.Equal((HttpStatusCode.Redirect, "/verify"), (answer.StatusCode, Visitor.LeadsTo(answer)));
        }
        Assert.Equal("Start", await visitor.StepAsync());
        Assert.Single(await portal.AllAsync<TimelineEntry>(entry => entry.SessionId == invited.Id && entry.Kind == TimelineKind.IdentityGiven));
    }

    [Theory]
    [InlineData("/verify", "start")]
    [InlineData("/verify/other-way", "other-way")]
    [InlineData("/verify/withdraw", "withdraw")]
    public async Task A_form_from_a_browser_that_has_forgotten_its_link_leads_to_the_words_that_help(string path, string form)
    {
        using var visitor = portal.Visit();
        using var answer = await visitor.SendAsync(path, ("_handler", form), ("Agreed", "yes"));
        Assert.Equal((HttpStatusCode.Redirect, "/verify"), (answer.StatusCode, Visitor.LeadsTo(answer)));
    }
}
