using FaceH5Portal.Core.Evidence;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Journey;

public sealed class MissingPartsTests : IAsyncLifetime
{
    private JourneyBench bench = null!;

    public async Task InitializeAsync() => bench = await JourneyBench.StartAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task An_identity_that_nobody_gave_is_asked_of_the_person_after_the_consent()
    {
        var session = await bench.InviteAsync();
        Assert.Equal(JourneyStep.Consent, await bench.StepAsync(session));
        Assert.Null(await bench.AgreeAsync(session));
        Assert.Equal(JourneyStep.Identity, await bench.StepAsync(session));
        Assert.Equal("journey-incomplete", JourneyBench.CodeOf(await bench.Journey.StartAsync(session, CancellationToken.None)));
        Assert.Null(await bench.GiveAsync(session, JourneyBench.Resident(JourneyBench.Adult)));
        Assert.Equal(JourneyStep.Start, await bench.StepAsync(session));
        Assert.True((await bench.Journey.StartAsync(session, CancellationToken.None)).Ok);
        Assert.Equal(1, await bench.Portal.Sandbox.CallsOfAsync("idcard/submit"));
    }

    [Theory]
    [InlineData("", "110101199003070011", "name-empty")]
    [InlineData("测试\uE863", "110101199003070011", "name-private-characters")]
    [InlineData("测试<b>", "110101199003070011", "name-characters")]
    [InlineData("测试甲", "110101199003070012", "number-mistyped")]
    [InlineData("测试甲", "110101199013070011", "number-date")]
    [InlineData("测试甲", "1101011990030700", "number-length")]
    public async Task What_is_wrong_with_it_is_said_before_any_vendor_is_asked(string name, string number, string code)
    {
        var session = await bench.InviteAsync();
        await bench.AgreeAsync(session);
        Assert.Equal(code, await bench.GiveAsync(session, new Identity(name, number, CertificateType.ResidentIdCard)));
        Assert.Equal(JourneyStep.Identity, await bench.StepAsync(session));
        Assert.Empty(await bench.Portal.Sandbox.CallsAsync());
    }

    [Fact]
    public async Task A_child_who_gives_their_number_after_an_adults_consent_goes_back_to_the_guardians()
    {
        var session = await bench.InviteAsync();
        await bench.AgreeAsync(session);
        Assert.Null(await bench.GiveAsync(session, JourneyBench.Resident(WithCheckDigit(JourneyBench.Child))));
        var view = await bench.ViewAsync(session);
        Assert.Equal((JourneyStep.Consent, true, false), (view.Step, view.NeedsGuardian, view.Consented));
        Assert.Null(await bench.AgreeAsync(session, guardian: "测试乙"));
        Assert.Equal(JourneyStep.Start, await bench.StepAsync(session));
    }

    [Fact]
    public async Task A_passport_needs_the_birth_date_with_it()
    {
        var session = await bench.InviteAsync();
        await bench.AgreeAsync(session);
        var passport = new Identity("测试甲", "E12345678", CertificateType.OverseasChinesePassport);
        Assert.Equal("birth-date-missing", await bench.GiveAsync(session, passport));
        Assert.Null(await bench.GiveAsync(session, passport, new DateOnly(1990, 3, 7)));
        Assert.Equal(JourneyStep.Start, await bench.StepAsync(session));
    }

    [Fact]
    public async Task A_phones_big_photo_is_made_to_fit_and_sent_on()
    {
        var session = await bench.InviteAsync("1004");
        await bench.AgreeAsync(session, new DateOnly(1990, 3, 7));
        Assert.Equal(JourneyStep.Photo, await bench.StepAsync(session));
        Assert.Equal("photo-not-an-image", await bench.GivePhotoAsync(session, [1, 2, 3]));
        Assert.Null(await bench.GivePhotoAsync(session, Photos.Of(4032, 3024)));
        Assert.Equal(JourneyStep.Start, await bench.StepAsync(session));
        Assert.True((await bench.Journey.StartAsync(session, CancellationToken.None)).Ok);
        Assert.Equal(1, await bench.Portal.Sandbox.CallsOfAsync("uploadMatchImage"));
    }

    [Fact]
    public async Task A_form_that_comes_twice_or_too_late_changes_nothing()
    {
        var session = await bench.InviteAsync("1004");
        Assert.Null(await bench.GivePhotoAsync(session, Photos.Of(320, 240)));
        Assert.Equal(JourneyStep.Consent, await bench.StepAsync(session));
        await bench.AgreeAsync(session, new DateOnly(1990, 3, 7));
        await bench.GivePhotoAsync(session, Photos.Of(320, 240));
        var first = (await bench.RowAsync(session)).MatchPhotoId;
        await bench.GivePhotoAsync(session, Photos.Of(640, 480));
        Assert.Equal(first, (await bench.RowAsync(session)).MatchPhotoId);
        Assert.Single(await bench.AllAsync<EvidenceItem>());
        Assert.Single(await bench.AllAsync<TimelineEntry>(), entry => entry.Kind == TimelineKind.PhotoGiven);
    }

    private static string WithCheckDigit(string number) => number[..17] + ResidentNumber.CheckCharacter(number);
}
