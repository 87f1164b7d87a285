using FaceH5Portal.Core.Billing.Budgets;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Core.Tests.Data;

/// <summary>What an older version of the portal wrote is read by this one.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-upgrade-").FullName;
    private ServiceProvider services = null!;

    public Task InitializeAsync()
    {
        services = new ServiceCollection().AddLogging()
            .AddPortalData($"Data Source={Path.Combine(folder, "portal.db")};Pooling=False", folder, "FaceH5Portal.Migrations.Sqlite").BuildServiceProvider();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task No_upgrade_leaves_its_transaction_so_a_kill_in_it_changes_nothing()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var (known, sql) = (db.GetService<IMigrationsAssembly>(), db.GetService<IMigrationsSqlGenerator>());
        Assert.NotEmpty(known.Migrations);
        foreach (var (id, type) in known.Migrations)
        {
            var migration = known.CreateMigration(type, db.Database.ProviderName!);
            var model = db.GetService<IModelRuntimeInitializer>().Initialize(migration.TargetModel, designTime: true);
            Assert.False(sql.Generate(migration.UpOperations, model).Any(command => command.TransactionSuppressed), id);
        }
    }

    [Fact]
    public async Task Sums_and_caps_from_before_there_were_avoidable_charges_and_caps_of_money_still_count()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        await db.GetService<IMigrator>().MigrateAsync("Months");
        await db.Database.ExecuteSqlRawAsync("""
            INSERT INTO LedgerTotals (Day, PlanId, CostCentre, Type, Quantity, Amount) VALUES ('2026-03-01', '01930000-0000-7000-8000-000000000001', 'sales', 'Verify', 3, 24000);
            INSERT INTO BudgetCaps (Id, Scope, Period, Most, CreatedAtUtc) VALUES ('01930000-0000-7000-8000-000000000002', 'Everything', 'Day', 100, '2026-03-01 00:00:00');
            """);
        await db.GetService<IMigrator>().MigrateAsync();
        var total = await db.Set<LedgerTotal>().SingleAsync();
        Assert.Equal((new DateOnly(2026, 3, 1), AvoidableCause.None, 3, 24000L), (total.Day, total.Avoidable, total.Quantity, total.Amount));
        var cap = await db.Set<BudgetCap>().SingleAsync();
        Assert.Equal((BudgetUnit.Launches, 100L), (cap.Unit, cap.Most));
    }
}
