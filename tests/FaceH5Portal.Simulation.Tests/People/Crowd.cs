using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Core.Sessions.Journey;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Simulation.Tests.Weather;
using FaceH5Portal.Simulation.Tests.Worlds;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Simulation.Tests.People;

/// <summary>Everybody of one world: who gets a link, and who sits at the console.</summary>
internal sealed class Crowd(World world, Dice dice)
{
    public static readonly Actor Administrator = Actor.InRole("simulated-admin", "Administrator", Role.Administrator);

    private const int MostSessions = 22;
    private const int LeastSessions = 20;
    private const int ForgedReturns = 2;
    private const string Number = "110101199003070011";
    private static readonly TimeSpan Creating = TimeSpan.FromHours(60);
    private static readonly byte[] Photo = Photos.Of(64, 64);

    private readonly List<Person> people = [];

    public void Begin()
    {
        var sessions = LeastSessions + dice.Below(MostSessions - LeastSessions + 1);
        for (var number = 0; number < sessions; number++)
        {
            // The first of them go over all plans, whatever the dice say.
            var plan = number < SimulatedPlans.All.Count ? SimulatedPlans.All[number] : dice.Pick(SimulatedPlans.All);
            var name = $"s{number + 1}";
            world.At(WorldTime.Start + dice.Between(TimeSpan.Zero, Creating), () => CreateAsync(name, plan));
        }
        for (var count = 0; count < ForgedReturns; count++)
            world.At(WorldTime.Start + dice.Between(TimeSpan.Zero, World.Length), ForgeAsync);
        world.At(WorldTime.Start + World.Length + TimeSpan.FromDays(7.5), CloseBooksAsync);
    }

    private async Task CreateAsync(string name, PlanTerms terms)
    {
        var created = await world.Portal.AskAsync(async life =>
        {
            var plans = await world.Portal.Get<PlanService>().ListAsync(Administrator, life);
            return await world.Portal.Get<SessionService>().CreateAsync(Administrator, new NewSession(plans.Value.Single(p => p.Terms == terms).Id)
            {
                Reference = name,
                Identity = terms.NeedsIdentity ? new Identity("测试甲", Number, CertificateType.ResidentIdCard) : null,
                MatchPhoto = terms.NeedsMatchPhoto ? Photo : null,
            }, life);
        });
        if (created is not { Ok: true })
        {
            world.Story.Tell($"{name} could not be created");
            world.After(dice.Minutes(5, 90), () => CreateAsync(name, terms));
            return;
        }
        world.Story.Tell($"{name} is created, plan {terms.VendorPlanId} \"{terms.Name}\"");
        world.Name(created.Value.Id, name);
        world.Coverage.Sessions++;
        var person = new Person(world, dice.Fork(), name, created.Value, terms);
        people.Add(person);
        person.Begin();
        new Desk(world, dice.Fork(), person).Begin();
    }

    /// <summary>A return that nobody was sent with may neither change anything nor cost a question.</summary>
    private async Task ForgeAsync()
    {
        var calls = world.Wire.Log.Calls;
        var answer = await world.Portal.AskAsync(life => world.Portal.Get<EndUserJourney>().ReturnAsync($"fh5_forged{dice.Next():x}", life));
        if (answer is null)
            return;
        world.Bites(FaultKind.ReturnForged);
        if (answer.Ok || world.Wire.Log.Calls != calls)
            world.Fail("a forged return was taken for a true one");
    }

    private async Task CloseBooksAsync()
    {
        foreach (var person in people)
            await new Desk(world, dice, person).CloseAsync();
    }
}
