using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Tests.Subjects;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("110101199003070011", "110***********0011")]
    [InlineData("H12345678", "H12**5678")]
    [InlineData("12345678", "123*5678")]
    [InlineData("1234567", "*******")]
    [InlineData("", "")]
    public void A_number_shows_its_ends_only_where_something_stays_hidden(string number, string masked) =>
        Assert.Equal(masked, Masking.Number(number));

    [Theory]
    [InlineData("", "")]
    [InlineData("李", "李*")]
    public void A_name_of_one_letter_does_not_tell_its_length(string name, string masked) => Assert.Equal(masked, Masking.Name(name));

    [Theory]
    [InlineData("11010519491231002", 'X')]
    [InlineData("44052418800101001", '4')]
    public void The_check_character_follows_gb_11643(string digits, char expected) =>
        Assert.Equal(expected, ResidentNumber.CheckCharacter(digits + "0"));
}
