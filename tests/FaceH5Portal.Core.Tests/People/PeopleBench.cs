using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.TestKit;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Tests.People;

/// <summary>A portal with people in it.</summary>
internal sealed class PeopleBench : IAsyncDisposable
{
    public static readonly Actor Administrator = Actor.InRole("test-administrator", "Administrator", Role.Administrator);

    private PeopleBench(PortalHarness portal) => Portal = portal;

    public PortalHarness Portal { get; }

    public AccountSessions Sessions => Portal.Get<AccountSessions>();

    public AccountLinks Links => Portal.Get<AccountLinks>();

    public PeopleDesk Desk => Portal.Get<PeopleDesk>();

    public AccountBook Book => Portal.Get<AccountBook>();

    public static async Task<PeopleBench> StartAsync() => new(await PortalHarness.StartAsync());

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    public async Task<Account> InviteAsync(string login = "lin@house.example", params Role[] roles)
    {
        var terms = new PersonTerms { Name = "Lin", Roles = roles.Length > 0 ? roles : [Role.Operator] };
        return await FindAsync((await Desk.InviteAsync(Administrator, login, terms, CancellationToken.None)).Value.AccountId);
    }

    public async Task<Account> FindAsync(Guid id) => (await Book.FindAsync(id, CancellationToken.None))!;

    public async Task<Guid> SignInAsync(Account account, SignInMethod method = SignInMethod.Passkey) =>
        (await Sessions.BeginAsync(account.Id, method, "Chrome · Linux", CancellationToken.None)).Value.Id;

    public async Task<bool> HoldsAsync(Guid session) => await Sessions.FindAsync(session, CancellationToken.None) is not null;

    public async Task<Actor> ActorAsync(Guid session) => (await Sessions.FindAsync(session, CancellationToken.None))!.ActorWithout([]);

    public async Task<List<AuditAction>> AuditAsync(string target)
    {
        await using var db = await Portal.Get<PortalStore>().ReadAsync(CancellationToken.None);
        return await db.Set<AuditEntry>().Where(entry => entry.Target == target).OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync();
    }

    public static void Refuses<T>(string code, Result<T> answer) => Assert.Equal(code, Assert.Single(answer.Errors).Code);
}
