namespace FaceH5Portal.Web.Commands.Doctor;

internal enum DoctorPart
{
    Settings,
    MasterKey,
    Database,
    Disk,
    Certificate,
    Vendor,
    Clock,
    PhotoVendor,
    Backup,
}

internal enum DoctorMark
{
    Good,

    /// <summary>It works, and something could go wrong one day.</summary>
    Advice,

    /// <summary>It does not work, or evidence is in danger.</summary>
    Wrong,
}

/// <summary>What was looked at, what was found, and what to do about it, in the reader's language.</summary>
internal sealed record DoctorFinding(string What, DoctorMark Mark, string Found, string? Remedy = null);
