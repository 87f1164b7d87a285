namespace FaceH5Portal.Core.Data.Rows;

/// <summary>Rows as they all are at one moment, to be looked at only.</summary>
public sealed class RowLook
{
    private readonly RowBook book;

    internal RowLook(RowBook book) => this.book = book;

    /// <summary>The row of a key of one column; null where there is none.</summary>
    public T? Find<T>(Guid id) where T : class => book.Table<T>().Find(id);

    /// <summary>Those whose column holds a value.</summary>
    public IReadOnlyList<T> Of<T>(string property, Guid value) where T : class => book.Table<T>().Of(property, value);

    /// <summary>Those whose column holds a value.</summary>
    public IReadOnlyList<T> Of<T>(string property, string value) where T : class => book.Table<T>().Of(property, value);
}
