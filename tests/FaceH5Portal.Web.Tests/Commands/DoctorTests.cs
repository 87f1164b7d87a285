using System.Globalization;
using FaceH5Portal.Web.Commands.Doctor;

namespace FaceH5Portal.Web.Tests.Commands;

public sealed class DoctorTests : CommandCase
{
    [Fact]
    public async Task What_is_well_is_said_to_be_and_a_vendor_that_is_away_is_no_fault_of_ours()
    {
        var (code, said) = await Run.CallAsync("doctor", "--Vendors:Environment=Live", "--Portal:PublicBaseUrl=https://0.0.0.0:9");
        Assert.Equal(0, code);
        Assert.DoesNotContain("BAD", said, StringComparison.Ordinal);
        Assert.Contains("ok   Database: The master key opens it.", said, StringComparison.Ordinal);
        Assert.Contains("note Vendor: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_fault_has_its_remedy()
    {
        await File.WriteAllTextAsync(Run.MasterKeyFile, Convert.ToBase64String(new byte[32]));
        var (code, said) = await Run.CallAsync("doctor");
        Assert.Equal(1, code);
        Assert.Contains("BAD  Database: Version 1 of the master key", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_others_can_read_is_told_with_the_command_that_mends_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(Run.MasterKeyFile, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains($"chmod 600 {Run.MasterKeyFile}", (await Run.CallAsync("doctor")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_found()
    {
        await Run.EmptyLogAsync();
        await using (var file = File.OpenWrite(Run.Database))
        {
            file.Position = 3 * 4096;
            await file.WriteAsync(new byte[40 * 4096].Select(_ => (byte)0x5A).ToArray());
        }
        var (code, said) = await Run.CallAsync("doctor");
        Assert.Equal(1, code);
        Assert.Contains("BAD  Database: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_how_old_the_newest_backup_is()
    {
        Assert.Contains("note Backup: There is none", (await Run.CallAsync("doctor")).Said, StringComparison.Ordinal);
        await Run.CallAsync("backup");
        Assert.Contains("ok   Backup: The newest is of ", (await Run.CallAsync("doctor")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_the_language_of_the_shell()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans-CN");
        var (_, said) = await Run.CallAsync("doctor");
        Assert.Contains($"note 备份: {Path.Combine(Run.Folder, "backups")} 中没有备份。\n     {TextResources.Chinese["DoctorRemedy.NoBackup"]}", said, StringComparison.Ordinal);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de");
        Assert.Contains("note Backup: There is none", (await Run.CallAsync("doctor")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_can_be_found_has_a_meaning_and_what_is_not_good_a_remedy_in_both_languages()
    {
        Assert.Equal(Enum.GetValues<DoctorCode>(), DoctorCodes.Meaning.Keys.Order());
        foreach (var (code, (_, mark)) in DoctorCodes.Meaning)
            Assert.All([TextResources.English, TextResources.Chinese],
                texts => Assert.Equal((code, mark != DoctorMark.Good), (code, texts.TryGetValue($"DoctorRemedy.{code}", out var remedy) && remedy.Length > 0)));
    }
}
