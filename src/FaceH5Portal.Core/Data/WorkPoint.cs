using FaceH5Portal.Core.Data.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace FaceH5Portal.Core.Data;

/// <summary>
/// Where each of the works in one transaction begins, so that one can be taken back and leave the others untouched. A work
/// that is alone takes the whole transaction with it: a savepoint has the database copy every page that is changed.
/// </summary>
internal sealed class WorkPoint(SqliteConnection connection) : IDisposable
{
    private readonly Statement set = new(connection, "SAVEPOINT work");
    private readonly Statement back = new(connection, "ROLLBACK TO work");
    private readonly Statement release = new(connection, "RELEASE work");
    private IDbContextTransaction? transaction;
    private bool isAlone;

    public void Dispose()
    {
        set.Dispose();
        back.Dispose();
        release.Dispose();
    }

    public void Begin(IDbContextTransaction begun, int works) => (transaction, isAlone) = (begun, works == 1);

    public void Set() => Run(set);

    public async Task TakeBackAsync()
    {
        Run(back);
        if (!isAlone)
            return;
        await transaction!.RollbackAsync();
        transaction = null;
    }

    public void Release() => Run(release);

    public Task CommitAsync() => transaction?.CommitAsync() ?? Task.CompletedTask;

    private void Run(Statement statement)
    {
        if (!isAlone)
            statement.RunOnce();
    }
}
