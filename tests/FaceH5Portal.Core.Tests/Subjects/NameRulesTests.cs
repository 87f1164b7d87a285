using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Tests.Subjects;

public sealed class NameRulesTests
{
    [Theory]
    [InlineData(" 阿不都•买买提 ", "阿不都·买买提")]
    [InlineData("阿不都．买买提", "阿不都·买买提")]
    [InlineData("阿不都・买买提", "阿不都·买买提")]
    [InlineData("阿不都.买买提", "阿不都·买买提")]
    [InlineData("测试甲。", "测试甲")]
    [InlineData("John Q. Public", "John Q. Public")]
    public void Every_middle_dot_becomes_the_one_that_the_id_card_has(string typed, string tidy) =>
        Assert.Equal(tidy, NameRules.Tidy(typed));

    [Theory]
    [InlineData("测试甲")]
    [InlineData("𬭎𠮷")]
    [InlineData("阿不都·买买提")]
    [InlineData("测试222351")]
    [InlineData("O'Neill-Łukasz José")]
    public void Names_that_people_have_are_let_through(string name) => Assert.Null(NameRules.FaultOf(name));

    [Theory]
    [InlineData("", "name-empty")]
    [InlineData("测\uE863", "name-private-characters")]
    [InlineData("测\U000F0001", "name-private-characters")]
    [InlineData("测\u0000试", "name-characters")]
    [InlineData("测\u202E试", "name-characters")]
    [InlineData("测\uFFFD试", "name-characters")]
    [InlineData("<script>", "name-characters")]
    [InlineData("测\n试", "name-characters")]
    public void What_no_register_holds_is_named(string name, string code) => Assert.Equal(code, NameRules.FaultOf(name));
}
