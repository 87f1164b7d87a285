using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FaceH5Portal.Core.Data;

/// <summary>Knows no slice: it finds their configurations.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options)
{
    private Readers? keeper;
    private bool isBack;

    /// <summary>Ends nothing where it only goes back to who lent it.</summary>
    public override void Dispose()
    {
        if (!IsGivenBack())
            base.Dispose();
    }

    public override ValueTask DisposeAsync() => IsGivenBack() ? ValueTask.CompletedTask : base.DisposeAsync();

    internal PortalDbContext LentBy(Readers readers)
    {
        (keeper, isBack) = (readers, false);
        return this;
    }

    internal void End()
    {
        (keeper, isBack) = (null, false);
        Dispose();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    private bool IsGivenBack()
    {
        if (keeper is null || isBack)
            return isBack;
        isBack = true;
        if (keeper.TryTakeBack(this))
            return true;
        (keeper, isBack) = (null, false);
        return false;
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        write => write.ToUniversalTime(),
        read => DateTime.SpecifyKind(read, DateTimeKind.Utc));
}
