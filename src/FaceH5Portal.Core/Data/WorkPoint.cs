using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace FaceH5Portal.Core.Data;

/// <summary>
/// Where each of the works in one transaction begins, so that one can be taken back and leave the others untouched. A work
/// that is alone takes the whole transaction with it: a savepoint has the database copy every page that is changed.
/// </summary>
internal sealed class WorkPoint : IDisposable
{
    private readonly DbCommand set;
    private readonly DbCommand back;
    private readonly DbCommand release;
    private IDbContextTransaction? transaction;
    private bool isAlone;

    public WorkPoint(DbConnection connection)
    {
        set = Command("SAVEPOINT work");
        back = Command("ROLLBACK TO work");
        release = Command("RELEASE work");

        DbCommand Command(string text)
        {
            var command = connection.CreateCommand();
            command.CommandText = text;
            return command;
        }
    }

    public void Dispose()
    {
        set.Dispose();
        back.Dispose();
        release.Dispose();
    }

    public void Begin(IDbContextTransaction begun, int works)
    {
        (transaction, isAlone) = (begun, works == 1);
        foreach (var command in new[] { set, back, release })
            command.Transaction = begun.GetDbTransaction();
    }

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

    private void Run(DbCommand command)
    {
        if (!isAlone)
            command.ExecuteNonQuery();
    }
}
