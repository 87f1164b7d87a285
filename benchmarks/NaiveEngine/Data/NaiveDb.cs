using Microsoft.EntityFrameworkCore;

namespace NaiveEngine.Data;

internal sealed class NaiveDb(DbContextOptions<NaiveDb> options) : DbContext(options)
{
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Token> Tokens => Set<Token>();
    public DbSet<Attempt> Attempts => Set<Attempt>();
    public DbSet<Charge> Charges => Set<Charge>();
    public DbSet<HarvestItem> HarvestItems => Set<HarvestItem>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public void Audit(string actor, string action, Guid sessionId, string? note = null) => AuditEntries.Add(new AuditEntry
    {
        At = DateTime.UtcNow,
        Actor = actor,
        Action = action,
        SessionId = sessionId,
        Note = note,
    });

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Session>().HasIndex(session => session.LinkHash).IsUnique();
        modelBuilder.Entity<Session>().HasIndex(session => session.CreatedAt);
        modelBuilder.Entity<Token>().HasIndex(token => token.StateHash).IsUnique();
        modelBuilder.Entity<Token>().HasIndex(token => token.DueAt);
        modelBuilder.Entity<HarvestItem>().HasIndex(item => item.DueAt);
        modelBuilder.Entity<AuditEntry>().HasIndex(entry => entry.SessionId);
    }
}
