namespace FaceH5Portal.Web.Tests.Host.Journey;

[Collection(JourneyTests.Name)]
public sealed class LeanPageTests(JourneyPortal portal)
{
    [Theory]
    [InlineData("/verify")]
    [InlineData("/verify/phone")]
    [InlineData("/v/fh5_anycodeatallwilldo000")]
    [InlineData("/nowhere")]
    public async Task A_page_for_a_person_carries_nothing_for_a_circuit_and_spells_its_text_as_it_is(string path)
    {
        using var visitor = portal.Visit("zh-CN");
        await visitor.OpenAsync((await portal.InviteAsync()).Link);
        using var answer = await visitor.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("blazor", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("&#x", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("lang=\"zh-CN\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_types_is_still_only_text()
    {
        var invited = await portal.InviteAsync("1001", ("purpose", "<b>开户</b> & \"更多\""));
        using var visitor = portal.Visit("zh-CN");
        await visitor.OpenAsync(invited.Link);
        using var answer = await visitor.GetAsync("/verify");
        Assert.Contains("&lt;b&gt;开户&lt;/b&gt; &amp; &quot;更多&quot;", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
