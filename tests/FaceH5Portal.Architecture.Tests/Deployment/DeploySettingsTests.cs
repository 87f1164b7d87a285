using System.Reflection;
using FaceH5Portal.TestKit;
using FaceH5Portal.Web.Hosting;
using FaceH5Portal.Web.Hosting.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace FaceH5Portal.Architecture.Tests.Deployment;

/// <summary>What the files of deploy/ set is what the program reads, and whatever it keeps comes to lie where they let it write.</summary>
public sealed class DeploySettingsTests
{
    // They are .NET's own.
    private static readonly string[] Frameworks = ["ASPNETCORE_ENVIRONMENT", "DOTNET_EnableDiagnostics"];

    private static readonly ComposeService Portal = ComposeFile.Read().Services["portal"];

    [Fact]
    public void Every_variable_is_a_setting_that_the_program_knows()
    {
        Assert.Equal(["Portal__BackupDirectroy"], Unknown(["Portal__BackupDirectory", "Portal__BackupDirectroy", "Api__Keys__0__Name"]));
        Assert.Equal(4, DeployFile.VariablesOfContainer().Count);
        Assert.Equal(5, DeployFile.VariablesOfService().Count);
        var told = GuideCommands.InBlocks("deploy", "README.md").SelectMany(command => command.Split(' ').SkipWhile(word => word != "--env").Skip(1).Take(1)).Select(pair => pair.Split('=')[0]);
        Assert.Empty(Unknown([.. DeployFile.VariablesOfContainer().Keys, .. DeployFile.VariablesOfService().Keys, .. Portal.Environment.Keys, .. told]));
    }

    [Fact]
    public void Every_directory_of_the_container_lies_in_its_volume()
    {
        var settings = Read(DeployFile.VariablesOfContainer(), Portal.Environment);
        var writable = Portal.Volumes.Where(volume => !volume.EndsWith(":ro", StringComparison.Ordinal)).Select(volume => volume.Split(':')[1]).ToList();
        Assert.Equal(DeployFile.Lines("Dockerfile").Where(line => line.StartsWith("VOLUME ", StringComparison.Ordinal)).Select(line => line["VOLUME ".Length..]), writable);
        Assert.All(DirectoriesOf(settings), folder => Assert.Contains(writable, volume => Lies(folder, volume)));
    }

    [Fact]
    public void Every_directory_of_the_service_lies_in_the_folder_that_is_its_own()
    {
        var own = Assert.Single(DeployFile.Lines("faceh5portal.service"), line => line.StartsWith("StateDirectory=", StringComparison.Ordinal))["StateDirectory=".Length..];
        Assert.All(DirectoriesOf(Read(DeployFile.VariablesOfService())), folder => Assert.True(Lies(folder, $"/var/lib/{own}"), folder));
    }

    [Fact]
    public void The_master_key_is_where_the_program_is_told_to_find_it()
    {
        Assert.Equal($"/run/secrets/{Assert.Single(Portal.Secrets).Target}", Portal.Environment["Portal__MasterKeyFile"]);
        var credential = Assert.Single(DeployFile.Lines("faceh5portal.service"), line => line.StartsWith("LoadCredential=", StringComparison.Ordinal))["LoadCredential=".Length..].Split(':');
        Assert.Equal($"%d/{credential[0]}", DeployFile.VariablesOfService()["Portal__MasterKeyFile"]);
        Assert.Equal(credential[1], ComposeFile.Read().Secrets[Portal.Secrets[0].Source].File);
    }

    private static IEnumerable<string> Unknown(IEnumerable<string> variables) => variables.Except(Frameworks)
        .Where(variable => !SettingsCatalogue.All.Any(known => Matches(known, variable.Replace("__", ":", StringComparison.Ordinal))));

    private static bool Matches(KnownSetting known, string title) =>
        known.IsFamily ? title.StartsWith(known.Stem + ":", StringComparison.OrdinalIgnoreCase) : title.Equals(known.Title, StringComparison.OrdinalIgnoreCase);

    private static PortalSettings Read(params Dictionary<string, string>[] variables)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.json"))
            .AddInMemoryCollection(variables.SelectMany(set => set).Select(pair => KeyValuePair.Create(pair.Key.Replace("__", ":", StringComparison.Ordinal), (string?)pair.Value)))
            .Build();
        return PortalSettings.Read(configuration, new HostingEnvironment { EnvironmentName = "Production", ContentRootPath = "/app" });
    }

    private static IEnumerable<string> DirectoriesOf(PortalSettings settings) => typeof(PortalSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.Name.EndsWith("Directory", StringComparison.Ordinal)).Select(property => (string)property.GetValue(settings)!)
        .Append(Path.GetDirectoryName(new SqliteConnectionStringBuilder(settings.Database).DataSource)!);

    private static bool Lies(string folder, string within) => folder == within || folder.StartsWith(within + "/", StringComparison.Ordinal);
}
