namespace FaceH5Portal.Core.Data;

/// <summary>What happens to a database with a past before its schema is changed.</summary>
public interface IBeforeUpgrade
{
    /// <exception cref="PortalStartException">The schema must not be changed.</exception>
    Task RunAsync(string database, CancellationToken cancellationToken);
}
