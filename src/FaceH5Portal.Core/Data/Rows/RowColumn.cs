using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FaceH5Portal.Core.Data.Rows;

/// <summary>A column as the context's model has it, with the pieces of code that bind and read it.</summary>
internal sealed class RowColumn(IProperty property)
{
    private readonly PropertyInfo member = property.PropertyInfo
        ?? throw new InvalidOperationException($"{property.Name} is no property of {property.DeclaringType.DisplayName()}.");

    private readonly ValueConverter? converter = property.GetRelationalTypeMapping().Converter;

    public string Property => member.Name;

    public string Name => $"\"{property.GetColumnName()}\"";

    public bool IsKey => property.IsPrimaryKey();

    /// <summary>A change is refused where it is not as it was read.</summary>
    public bool IsVersion => property.IsConcurrencyToken;

    /// <summary>By the database.</summary>
    public bool IsNumbered => IsKey && property.ClrType == typeof(long) && property.ValueGenerated == ValueGenerated.OnAdd;

    public Expression Of(Expression row) => Expression.Property(row, member);

    public MemberAssignment Assign(Expression value) => Expression.Bind(member, value);

    public Expression Bind(Expression statement, Expression at, Expression row)
    {
        var (value, nothing) = (Of(row), Expression.Call(statement, nameof(Statement.BindNull), null, at));
        if (Nullable.GetUnderlyingType(member.PropertyType) is not null)
            return Expression.IfThenElse(
                Expression.Property(value, "HasValue"), BindStored(statement, at, Expression.Property(value, "Value")), nothing);
        return member.PropertyType.IsValueType
            ? BindStored(statement, at, value)
            : Expression.IfThenElse(Expression.ReferenceEqual(value, Expression.Constant(null)), nothing, BindStored(statement, at, value));
    }

    public Expression Read(Expression statement, Expression at)
    {
        var stored = StoredType;
        Expression value = Expression.Call(statement, "Get" + (stored == typeof(byte[]) ? "Bytes" : stored.Name), null, at);
        if (converter is not null)
            value = Expression.Invoke(converter.ConvertFromProviderExpression, value);
        value = Expression.Convert(value, member.PropertyType);
        return property.IsNullable
            ? Expression.Condition(Expression.Call(statement, nameof(Statement.IsNull), null, at), Expression.Default(member.PropertyType), value) : value;
    }

    /// <summary>Bytes and records are replaced, never changed, so the one that was read need not be copied to be compared.</summary>
    public Expression Differs(Expression row, Expression other)
    {
        var comparer = member.PropertyType == typeof(byte[])
            ? Expression.Constant(SameBytes.Comparer) : (Expression)Expression.Property(null, typeof(EqualityComparer<>).MakeGenericType(member.PropertyType), "Default");
        return Expression.Not(Expression.Call(comparer, "Equals", null, Of(row), Of(other)));
    }

    private Type StoredType => converter?.ProviderClrType ?? Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;

    private MethodCallExpression BindStored(Expression statement, Expression at, Expression value) => Expression.Call(
        statement, nameof(Statement.Bind), null, at, converter is null ? value : Expression.Invoke(converter.ConvertToProviderExpression, value));

    private sealed class SameBytes : EqualityComparer<byte[]>
    {
        public static readonly EqualityComparer<byte[]> Comparer = new SameBytes();

        public override bool Equals(byte[]? x, byte[]? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.AsSpan().SequenceEqual(y));

        public override int GetHashCode(byte[] obj) => obj.Length;
    }
}
