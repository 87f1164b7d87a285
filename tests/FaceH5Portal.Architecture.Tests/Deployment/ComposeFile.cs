using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace FaceH5Portal.Architecture.Tests.Deployment;

/// <summary>The compose file by the keys that were thought about: another one, or one that is misspelt, cannot be read.</summary>
internal sealed class ComposeFile
{
    public string Name { get; set; } = "";
    public Dictionary<string, ComposeService> Services { get; set; } = [];
    public Dictionary<string, ComposeNetwork> Networks { get; set; } = [];
    public Dictionary<string, object> Volumes { get; set; } = [];
    public Dictionary<string, ComposeSecret> Secrets { get; set; } = [];

    public static ComposeFile Read() => Read(File.ReadAllText(DeployFile.PathOf("compose.yaml")));

    public static ComposeFile Read(string text) =>
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build().Deserialize<ComposeFile>(text);
}

internal sealed class ComposeService
{
    public string? Image { get; set; }
    public ComposeBuild? Build { get; set; }
    public List<string> DependsOn { get; set; } = [];
    public string? EnvFile { get; set; }
    public Dictionary<string, string> Environment { get; set; } = [];
    public List<ComposeSecretUse> Secrets { get; set; } = [];
    public List<string> Ports { get; set; } = [];
    public List<string> Volumes { get; set; } = [];
    public Dictionary<string, ComposeAddress> Networks { get; set; } = [];
    public string User { get; set; } = "";
    public bool ReadOnly { get; set; }
    public List<string> Tmpfs { get; set; } = [];
    public List<string> CapDrop { get; set; } = [];
    public List<string> SecurityOpt { get; set; } = [];
    public string? Restart { get; set; }
    public string? StopGracePeriod { get; set; }
}

internal sealed class ComposeBuild
{
    public string Context { get; set; } = "";
    public string Dockerfile { get; set; } = "";
}

internal sealed class ComposeSecretUse
{
    public string Source { get; set; } = "";
    public string Target { get; set; } = "";
}

internal sealed class ComposeSecret
{
    public string File { get; set; } = "";
}

internal sealed class ComposeAddress
{
    [YamlMember(Alias = "ipv4_address", ApplyNamingConventions = false)]
    public string? Address { get; set; }
}

internal sealed class ComposeNetwork
{
    public bool Internal { get; set; }
    public ComposeIpam? Ipam { get; set; }
}

internal sealed class ComposeIpam
{
    public List<ComposeSubnet> Config { get; set; } = [];
}

internal sealed class ComposeSubnet
{
    public string Subnet { get; set; } = "";
}
