using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Security.SignIn;
using FaceH5Portal.Web.Tests.Host;
using Microsoft.Extensions.Configuration;

namespace FaceH5Portal.Web.Tests.SignIn;

public sealed class LeakedPasswordsTests : IDisposable
{
    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("leaked-").FullName, "leaked.txt");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    [Theory]
    [InlineData(1, "\n", true)]
    [InlineData(2, "\r\n", false)]
    [InlineData(3, "\n", false)]
    [InlineData(1000, "\r\n", true)]
    public void Whatever_stands_in_the_list_is_found_and_nothing_else(int count, string end, bool counted)
    {
        var known = Enumerable.Range(0, count).Select(number => $"leaked {number}").ToList();
        Write(known, end, counted);
        var leaked = Read();
        Assert.All(known, password => Assert.True(leaked.Holds(password), password));
        Assert.All(Enumerable.Range(0, 200).Select(number => $"fresh {number}"), password => Assert.False(leaked.Holds(password), password));
    }

    [Fact]
    public void Without_a_list_nothing_has_leaked() => Assert.False(LeakedPasswords.Read(Section(null)).Holds("password"));

    [Fact]
    public void A_file_that_is_not_there_or_holds_something_else_is_told_at_the_start()
    {
        Assert.Contains("no such file", Assert.Throws<PortalStartException>(Read).Message, StringComparison.Ordinal);
        File.WriteAllText(file, "password\n123456\n");
        Assert.Contains("SHA-1", Assert.Throws<PortalStartException>(Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_chooses_a_leaked_one_is_told_so()
    {
        const string leaked = "seven quiet lanterns over water";
        Write([leaked, "another"], "\n", counted: true);
        await using var host = PeopleHost.With(new Dictionary<string, string?> { ["SignIn:LeakedPasswordsFile"] = file });
        using var visitor = host.Portal.Visit();
        (await visitor.SubmitAsync($"/welcome/{(await host.InviteAsync("lin@house.example")).Code}", "welcome-enter")).Dispose();
        using var refused = await visitor.SubmitAsync("/account/password", "password-set", ("Password", leaked), ("Again", leaked));
        Assert.Equal("password-leaked", await PeopleHost.FaultOfAsync(refused));
        using var taken = await visitor.SubmitAsync("/account/password", "password-set", ("Password", PeopleHost.Password), ("Again", PeopleHost.Password));
        Assert.Equal("/account/codes", Visitor.LeadsTo(taken));
    }

    private void Write(IEnumerable<string> passwords, string end, bool counted) => File.WriteAllText(file, string.Concat(passwords
        .Select(password => Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)))).Order(StringComparer.Ordinal)
        .Select((digest, at) => digest + (counted ? $":{at * 37}" : "") + end)));

    private LeakedPasswords Read() => LeakedPasswords.Read(Section(file));

    private static IConfigurationSection Section(string? file) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["SignIn:LeakedPasswordsFile"] = file }).Build().GetSection("SignIn");
}
