using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions.Importing;

/// <summary>A file as it was read.</summary>
/// <param name="Unused">Heads of columns that mean nothing here, so that nobody thinks they were heeded.</param>
public sealed record ImportTable(IReadOnlyList<ImportedRow> Rows, IReadOnlyList<string> Unused);

/// <summary>What a line of the file says; <see cref="Fault"/> where it cannot be taken at its word.</summary>
public sealed record ImportedRow(int Line)
{
    public string Name { get; init; } = "";

    public string Number { get; init; } = "";

    public CertificateType Type { get; init; }

    public string Reference { get; init; } = "";

    public PortalError? Fault { get; init; }

    /// <summary>Masked: a log line may not tell what a file may.</summary>
    public override string ToString() => $"line {Line}: {Masking.Name(Name)} {Masking.Number(Number)}";
}
