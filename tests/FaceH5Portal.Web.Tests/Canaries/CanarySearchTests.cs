using System.Text;

namespace FaceH5Portal.Web.Tests.Canaries;

/// <summary>The search itself: a canary is found in every form, wherever it stands.</summary>
public sealed class CanarySearchTests
{
    private static readonly CanaryPerson Person = new(4711);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData((1 << 20) - 7)]
    public void Every_form_is_found_wherever_it_stands(int before)
    {
        foreach (var text in new[] { Person.Name, Person.Number, Person.Marker })
            foreach (var (form, bytes) in CanaryEncodings.OfText(text))
            {
                using var stream = new MemoryStream([.. Enumerable.Repeat((byte)'.', before), .. bytes, .. "..."u8]);
                Assert.Contains(SearchFor(text).In(stream), needle => needle.Form == form);
            }
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("xy")]
    public void In_base64_it_is_found_whatever_it_stands_behind(string before)
    {
        var wrapped = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{Person.Name}yz"));
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(wrapped));
        Assert.NotEmpty(SearchFor(Person.Name).In(stream));
    }

    [Fact]
    public void Somebody_else_is_not_found()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(new CanaryPerson(4712).Name + new CanaryPerson(4712).Number));
        Assert.Empty(SearchFor(Person.Name).In(stream));
    }

    [Fact]
    public void No_two_of_ten_thousand_share_a_name_or_a_number()
    {
        var people = Enumerable.Range(0, 10_000).Select(index => new CanaryPerson(index)).ToList();
        Assert.Equal(people.Count, people.Select(person => person.Name).Distinct().Count());
        Assert.Equal(people.Count, people.Select(person => person.Number).Distinct().Count());
    }

    private static CanarySearch SearchFor(string text)
    {
        var search = new CanarySearch();
        search.Add(new CanaryNeedle(0, "text"), CanaryEncodings.OfText(text));
        return search;
    }
}
