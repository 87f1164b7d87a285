namespace FaceH5Portal.Core.Access;

public enum Role
{
    Operator,
    Reviewer,
    Auditor,
    Administrator,
}
