using FaceH5Portal.Core.Data;

namespace FaceH5Portal.Core.Tests.Data;

public sealed class MemoTests
{
    [Fact]
    public void What_was_made_once_is_not_made_again_until_there_is_too_much_of_it()
    {
        var made = new List<int>();
        var memo = new Memo<int, int>(2, key =>
        {
            made.Add(key);
            return key * 10;
        });
        Assert.Equal([10, 20, 10], new[] { 1, 2, 1 }.Select(memo.Of));
        Assert.Equal([1, 2], made);
        Assert.Equal([30, 10], new[] { 3, 1 }.Select(memo.Of));
        Assert.Equal([1, 2, 3, 1], made);
    }
}
