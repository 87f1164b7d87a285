using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Journey;

public sealed class ConsentTests : IAsyncLifetime
{
    private static readonly DateOnly Grown = new(1990, 3, 7);
    private static readonly DateOnly Young = new(2012, 3, 2);

    private JourneyBench bench = null!;

    public async Task InitializeAsync() => bench = await JourneyBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task Without_a_consent_nobody_starts_and_no_vendor_is_called()
    {
        var session = await bench.InviteAsync(identity: JourneyBench.Resident(JourneyBench.Adult));
        Assert.Equal(JourneyStep.Consent, await bench.StepAsync(session));
        Assert.Equal("consent-missing", JourneyBench.CodeOf(await bench.Journey.StartAsync(session, CancellationToken.None)));
        Assert.Equal(0, await bench.Portal.Sandbox.CallsOfAsync("verifyToken/generate"));
    }

    [Fact]
    public async Task A_consent_is_kept_with_its_words_their_hash_the_time_and_the_act_and_once()
    {
        var session = await bench.InviteAsync(identity: JourneyBench.Resident(JourneyBench.Adult));
        Assert.Null(await bench.AgreeAsync(session));
        Assert.Null(await bench.AgreeAsync(session));
        var consent = Assert.Single(await bench.AllAsync<ConsentRecord>());
        var words = Assert.Single(await bench.AllAsync<ConsentText>());
        Assert.Equal((session, "test", "en", bench.Portal.NowUtc), (consent.SessionId, consent.TextVersion, consent.Language, consent.GivenAtUtc));
        Assert.Equal((ConsentDesk.OwnAct, words.Sha256), (consent.Act, consent.TextSha256));
        Assert.Equal(ConsentText.Hash(Agreement.OfAnAdult.Text), words.Sha256);
        Assert.Equal(Agreement.OfAnAdult.Text, words.Text);
        Assert.Equal(JourneyStep.Start, await bench.StepAsync(session));
    }

    [Fact]
    public async Task Words_that_many_read_are_kept_once()
    {
        foreach (var _ in Enumerable.Range(0, 3))
            await bench.AgreeAsync(await bench.InviteAsync(identity: JourneyBench.Resident(JourneyBench.Adult)));
        Assert.Equal(3, (await bench.AllAsync<ConsentRecord>()).Count);
        Assert.Single(await bench.AllAsync<ConsentText>());
    }

    [Fact]
    public async Task For_a_child_only_a_guardian_agrees_and_nothing_is_asked_of_the_vendor_before()
    {
        var session = await bench.InviteAsync(identity: JourneyBench.Resident(JourneyBench.Child));
        Assert.True((await bench.ViewAsync(session)).NeedsGuardian);
        Assert.Equal("guardian-needed", await bench.AgreeAsync(session));
        Assert.Equal("consent-missing", JourneyBench.CodeOf(await bench.Journey.StartAsync(session, CancellationToken.None)));
        Assert.Equal(0, await bench.Portal.Sandbox.CallsOfAsync("verifyToken/generate"));
        Assert.Null(await bench.AgreeAsync(session, guardian: "测试乙"));
        var consent = Assert.Single(await bench.AllAsync<ConsentRecord>());
        Assert.Equal(ConsentDesk.GuardiansAct, consent.Act);
        Assert.NotNull(consent.SealedGuardian);
        Assert.Equal(JourneyStep.Start, await bench.StepAsync(session));
    }

    [Fact]
    public async Task On_the_fourteenth_birthday_in_Beijing_the_person_decides_alone()
    {
        var session = await bench.InviteAsync(identity: JourneyBench.Resident(JourneyBench.Child));
        // 1 March, 10 in the morning in Beijing; the birthday begins on 8 March at midnight there.
        bench.Portal.Advance(TimeSpan.FromHours(71));
        Assert.True((await bench.ViewAsync(session)).NeedsGuardian);
        Assert.True(Age.IsMinor(new DateOnly(2012, 3, 8), new DateOnly(2026, 3, 7)));
        Assert.False(Age.IsMinor(new DateOnly(2012, 3, 8), new DateOnly(2026, 3, 8)));
        Assert.False(Age.IsMinor(new DateOnly(2012, 2, 29), new DateOnly(2026, 2, 28)));
    }

    [Theory]
    [InlineData("1002")]
    [InlineData("1003")]
    [InlineData("1005")]
    public async Task Where_no_number_tells_the_age_the_birth_date_is_asked_for(string plan)
    {
        var session = await bench.InviteAsync(plan);
        Assert.True((await bench.ViewAsync(session)).AsksBirthDate);
        Assert.Equal("birth-date-missing", await bench.AgreeAsync(session));
        Assert.Equal("birth-date-impossible", await bench.AgreeAsync(session, new DateOnly(2027, 1, 1)));
        Assert.Equal("guardian-needed", await bench.AgreeAsync(session, Young));
        Assert.Null(await bench.AgreeAsync(session, Grown));
        Assert.Equal(JourneyStep.Start, await bench.StepAsync(session));
    }

    [Fact]
    public async Task A_passport_says_nothing_of_the_age_so_it_is_asked_for()
    {
        var session = await bench.InviteAsync(identity: new Identity("测试甲", "E12345678", CertificateType.OverseasChinesePassport));
        Assert.True((await bench.ViewAsync(session)).AsksBirthDate);
        Assert.Equal("guardian-needed", await bench.AgreeAsync(session, Young));
        Assert.Null(await bench.AgreeAsync(session, Young, "测试乙"));
    }
}
