using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FaceH5Portal.Core.Data;

/// <summary>Knows no slice: it finds their configurations.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options)
{
    /// <summary>Who keeps it for the next reader when this one is done with it; null for one that ends.</summary>
    internal Readers? GivenBackTo { get; set; }

    public override void Dispose()
    {
        if (!IsGivenBack())
            base.Dispose();
    }

    public override ValueTask DisposeAsync() => IsGivenBack() ? ValueTask.CompletedTask : base.DisposeAsync();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    private bool IsGivenBack()
    {
        if (GivenBackTo?.TryTakeBack(this) == true)
            return true;
        GivenBackTo = null;
        return false;
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        write => write.ToUniversalTime(),
        read => DateTime.SpecifyKind(read, DateTimeKind.Utc));
}
