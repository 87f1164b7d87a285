namespace FaceH5Portal.Web.Hosting.Settings;

/// <summary>A setting that the portal reads.</summary>
/// <param name="Title">As it is written, such as Portal:TimeZone; all below it where it ends in an asterisk.</param>
/// <param name="IsSecret">Only whether it is set may be shown.</param>
public sealed record KnownSetting(string Title, bool IsSecret = false)
{
    public bool IsFamily => Title.EndsWith('*');

    public string Stem => Title.TrimEnd('*').TrimEnd(':');
}

/// <summary>Where a setting comes from.</summary>
public enum SettingSource
{
    /// <summary>Nobody set it; the portal does as it usually does.</summary>
    Usual,
    File,
    UserSecrets,
    Environment,
    CommandLine,

    /// <summary>The portal itself put it there, as the sandbox's keys.</summary>
    Portal,
}

public enum SettingHealth
{
    Good,

    /// <summary>The portal works without it, and does less than it should.</summary>
    Advised,

    /// <summary>The portal cannot do its work without it.</summary>
    Missing,
}

/// <summary>A setting as it is in force.</summary>
/// <param name="Shown">What it is; null where nobody set it, or where it is a secret.</param>
/// <param name="IsSet">Whether anybody set it.</param>
public sealed record SettingRow(string Title, bool IsSecret, bool IsSet, string? Shown, SettingSource Source, SettingHealth Health);
