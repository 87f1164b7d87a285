namespace FaceH5Portal.Core.Sessions.Importing;

/// <summary>What a column of the file may say of a person to be verified.</summary>
public enum ImportColumn
{
    Name,
    Number,
    Type,
    Reference,
}
