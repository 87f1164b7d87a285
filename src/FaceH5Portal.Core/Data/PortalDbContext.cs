using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FaceH5Portal.Core.Data;

/// <summary>Knows no slice: it finds their configurations.</summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options)
{
    private readonly List<object> appended = [];

    /// <summary>Rows that are stored behind all that is tracked, in their order and past the tracker: this work changes them no more, and no foreign key of what is tracked leads to them.</summary>
    public IReadOnlyList<object> Appended => appended;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (appended.Count == 0)
            return saved;
        ((PreparedDatabase)this.GetService<IDatabase>()).Append(Model, appended);
        saved += appended.Count;
        // Whoever saves twice stores them once.
        appended.Clear();
        return saved;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => appended.Count == 0
        ? base.SaveChanges(acceptAllChangesOnSuccess)
        : throw new NotSupportedException("What was appended is stored by SaveChangesAsync only.");

    internal void Append(object row) => appended.Add(row);

    /// <summary>All that a work has read, changed and added.</summary>
    internal void Forget()
    {
        appended.Clear();
        ChangeTracker.Clear();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        write => write.ToUniversalTime(),
        read => DateTime.SpecifyKind(read, DateTimeKind.Utc));
}
