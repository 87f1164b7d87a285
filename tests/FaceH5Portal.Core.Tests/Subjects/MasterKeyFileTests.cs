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
    [InlineData("not base64!", "Portal:MasterKey is not base64")]
    [InlineData("AAAA", "32 bytes in base64, and this one has 3 bytes")]
    public void A_key_that_is_none_is_refused_in_words(string key, string words) =>
        Assert.Contains(words, Assert.Throws<PortalStartException>(() => MasterKeyFile.Load(key, null, false, new Entropy())).Message, StringComparison.Ordinal);

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
        var first = MasterKeyFile.Load(null, KeyFile, create: true, new Entropy())!;
        var second = MasterKeyFile.Load(null, KeyFile, create: true, new Entropy())!;
        Assert.Equal(first.BlindIndex("x"), second.BlindIndex("x"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
    }
}
