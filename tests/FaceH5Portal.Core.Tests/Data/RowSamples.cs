using System.Collections;
using System.Text.Json;
using FaceH5Portal.Core.Plans;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FaceH5Portal.Core.Tests.Data;

/// <summary>Makes up rows with a value in each of their columns, or with nothing in those that may be empty.</summary>
internal static class RowSamples
{
    private static readonly DateTime Moment = new DateTime(2026, 3, 7, 8, 9, 10, DateTimeKind.Utc).AddTicks(1_230);

    public static T Make<T>(IEntityType type, bool isFilled) where T : class
    {
        var row = (T)Activator.CreateInstance(typeof(T), nonPublic: true)!;
        foreach (var property in type.GetProperties().Where(property => !IsNumbered(property)))
            property.PropertyInfo!.SetValue(row, isFilled || !property.IsNullable ? Value(property.ClrType, property.Name) : null);
        return row;
    }

    public static bool IsNumbered(IProperty property) => property.IsPrimaryKey() && property.ClrType == typeof(long) && property.ValueGenerated != ValueGenerated.Never;

    private static object Value(Type type, string name) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => $"人脸 {name}",
        var bytes when bytes == typeof(byte[]) => new byte[] { 0, 1, 0xFF },
        var id when id == typeof(Guid) => Guid.Parse("0198aBcd-ef01-7234-8567-89abcdef0123"),
        var time when time == typeof(DateTime) => Moment.AddSeconds(name.Length),
        var day when day == typeof(DateOnly) => new DateOnly(2026, 3, 7),
        var flag when flag == typeof(bool) => true,
        var ratio when ratio == typeof(double) => 80.25,
        var count when count == typeof(int) => 7,
        var amount when amount == typeof(long) => 12_000_000_000L,
        var names when names.IsEnum => names.GetEnumValues().Cast<object>().Last(),
        var terms when terms == typeof(PlanTerms) => SandboxPlans.All[0],
        var list when list.IsAssignableTo(typeof(IEnumerable)) => JsonSerializer.Deserialize("[]", list)!,
        var record => JsonSerializer.Deserialize("{}", record)!,
    };
}
