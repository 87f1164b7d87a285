namespace EngineLoad;

/// <summary>What both contenders do for a person, step by step, and what they do by themselves afterwards.</summary>
public interface IEngine : IAsyncDisposable
{
    /// <summary>An operator asks for a verification.</summary>
    Task<Guid> CreateAsync(Person person);

    /// <summary>The person agrees and is sent to the vendor; answers what they will come back with.</summary>
    Task<string> StartAsync(Guid id);

    /// <summary>The person comes back.</summary>
    Task ReturnAsync(string state);

    /// <summary>Does what is due now; answers whether there was anything.</summary>
    Task<bool> SweepAsync();

    /// <summary>How many sessions have their verdict, their charge and everything the vendor held.</summary>
    Task<int> CountCompleteAsync();

    /// <summary>SQLite's own word for what a commit waits for; 2 is FULL.</summary>
    Task<long> SynchronousAsync();
}
