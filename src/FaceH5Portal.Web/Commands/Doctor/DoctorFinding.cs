namespace FaceH5Portal.Web.Commands.Doctor;

internal enum DoctorMark
{
    Good,

    /// <summary>It works, and something could go wrong one day.</summary>
    Advice,

    /// <summary>It does not work, or evidence is in danger.</summary>
    Wrong,
}

/// <summary>What was looked at, what was found, and what to do about it.</summary>
internal sealed record DoctorFinding(string What, DoctorMark Mark, string Found, string? Remedy = null)
{
    public static DoctorFinding Good(string what, string found) => new(what, DoctorMark.Good, found);

    public static DoctorFinding Advice(string what, string found, string remedy) => new(what, DoctorMark.Advice, found, remedy);

    public static DoctorFinding Wrong(string what, string found, string remedy) => new(what, DoctorMark.Wrong, found, remedy);
}
