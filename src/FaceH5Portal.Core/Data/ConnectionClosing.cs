using System.Data;
using System.Data.Common;

namespace FaceH5Portal.Core.Data;

internal static class ConnectionClosing
{
    /// <summary>What was prepared for one opening is of no use in another: beneath it may be another connection of the pool.</summary>
    public static void WhenClosed(this DbConnection connection, Action forget) => connection.StateChange += (_, change) =>
    {
        if (change.CurrentState == ConnectionState.Closed)
            forget();
    };
}
