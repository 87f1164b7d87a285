namespace FaceH5Portal.Core.Data.Rows;

/// <summary>
/// Marks what a work reads and stores by statements of the portal's own, made from the context's model: the many rows of
/// a person's way. The context asks questions about them, and never tracks one.
/// </summary>
public interface IRow;
