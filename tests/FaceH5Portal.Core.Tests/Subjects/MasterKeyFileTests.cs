using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Tests.Subjects;

public sealed class MasterKeyFileTests : IDisposable
{
    private static readonly string Good = Convert.ToBase64String(new byte[MasterKey.Bytes]);

    private readonly string folder = Directory.CreateTempSubdirectory("master-key-").FullName;

    private string KeyFile => Path.Combine(folder, "keys", "master.key");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("notbase64!", "Portal:MasterKey is not base64")]
    [InlineData("AAAA", "32 bytes in base64, and this one has 3 bytes")]
    [InlineData("2:AAAA", "32 bytes in base64, and this one has 3 bytes")]
    [InlineData("0:AAAA", "names no version that is a number from 1 up")]
    [InlineData("-1:AAAA", "names no version that is a number from 1 up")]
    [InlineData("two:AAAA", "names no version that is a number from 1 up")]
    [InlineData(":AAAA", "names no version that is a number from 1 up")]
    public void A_key_that_is_none_is_refused_in_words_that_do_not_repeat_it(string key, string words)
    {
        var refusal = Assert.Throws<PortalStartException>(() => MasterKeyFile.Load(key, null, false, new Entropy())).Message;
        Assert.Contains(words, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAA", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void The_setting_goes_before_the_file_and_without_either_there_is_no_key()
    {
        Assert.NotNull(MasterKeyFile.Load(Good, KeyFile, create: true, new Entropy()));
        Assert.False(File.Exists(KeyFile));
        Assert.Null(MasterKeyFile.Load(null, KeyFile, create: false, new Entropy()));
        Assert.Null(MasterKeyFile.Load(" ", null, create: true, new Entropy()));
    }

    [Fact]
    public void A_key_made_at_the_first_start_is_the_same_at_the_second_and_only_its_owner_reads_it()
    {
        var first = MasterKeyFile.Load(null, KeyFile, create: true, new Entropy())!.Current;
        var second = MasterKeyFile.Load(null, KeyFile, create: true, new Entropy())!.Current;
        Assert.Equal(first.FirstIndexKey, second.FirstIndexKey);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
    }

    [Fact]
    public void One_key_alone_is_version_1() => Assert.Equal(1, MasterKeyFile.Load(Good, null, false, new Entropy())!.Current.Version);

    [Theory]
    [InlineData("{0}\n2:{0}\n")]
    [InlineData("2:{0}\r\n1:{0}")]
    [InlineData("1:{0} 2:{0}")]
    public void The_highest_version_is_in_force_wherever_it_stands(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile, text.Replace("{0}", Good, StringComparison.Ordinal));
        var ring = MasterKeyFile.Load(null, KeyFile, create: false, new Entropy())!;
        Assert.Equal(2, ring.Current.Version);
        Assert.Equal([1, 2], ring.Versions);
        Assert.Contains(KeyFile, ring.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0} {0}", "version 1 of the master key twice")]
    [InlineData("{0} 1:{0}", "version 1 of the master key twice")]
    [InlineData("2:{0} 2:{0}", "version 2 of the master key twice")]
    public void A_version_may_stand_there_once(string text, string words) => Assert.Contains(words, Assert.Throws<PortalStartException>(
        () => MasterKeyRing.Parse(text.Replace("{0}", Good, StringComparison.Ordinal), "Portal:MasterKey")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_holds_no_key()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile, "\n");
        Assert.Contains("holds no master key", Assert.Throws<PortalStartException>(
            () => MasterKeyFile.Load(null, KeyFile, create: false, new Entropy())).Message, StringComparison.Ordinal);
    }
}
