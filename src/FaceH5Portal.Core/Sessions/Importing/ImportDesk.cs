using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Sessions.Finding;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions.Importing;

/// <summary>
/// Makes sessions of a file's lines. A line makes one at most, however often the file is given within a day: after a
/// killed process the same file goes on where it was.
/// </summary>
public sealed class ImportDesk(
    SessionService sessions, SessionRules rules, PlanService plans, DuplicateSearch duplicates, IdempotencyKeys once, BlindIndex index)
{
    private const string Route = "import";

    // Commits are grouped, so several at once share what each costs.
    private const int AtOnce = 8;

    /// <summary>Says of every line what would come of it. Nothing is made yet.</summary>
    public async Task<Result<ImportBatch>> CheckAsync(
        Actor actor, Guid planId, string fileHash, ImportTable table, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.CreateSessions) is { } denied)
            return denied;
        var plan = await plans.GetAsync(Actor.System, planId, cancellationToken);
        if (!plan.Ok)
            return plan.Errors.ToList();
        var lines = table.Rows.Select(row => LineOf(plan.Value, fileHash, row)).ToArray();
        var running = await duplicates.FindAllAsync(actor, planId, [.. lines.Select(line => line.Request)], cancellationToken);
        if (!running.Ok)
            return running.Errors.ToList();
        var made = await once.MadeAsync(actor.Id, Route, [.. lines.Select(line => line.KeyHash)], cancellationToken);
        var first = new Dictionary<string, int>();
        for (var place = 0; place < lines.Length; place++)
            lines[place] = lines[place] with
            {
                SessionId = made.TryGetValue(lines[place].KeyHash, out var session) ? session : null,
                Duplicate = running.Value[place].MaxBy(duplicate => duplicate.CreatedAtUtc),
                SameAsLine = EarlierLine(first, lines[place]),
            };
        return new ImportBatch(planId, fileHash, table, lines);
    }

    /// <summary>Makes what is ready. Ends early where the database cannot be written; what is left then stays ready.</summary>
    /// <param name="told">Called after each line, from any thread.</param>
    public async Task<Result<ImportBatch>> CreateAsync(
        Actor actor, ImportBatch batch, ImportChoices choices, Action told, CancellationToken cancellationToken)
    {
        if (actor.Lacks(Permission.CreateSessions) is { } denied)
            return denied;
        PortalError? fault = null;
        var ready = Enumerable.Range(0, batch.Lines.Count).Where(place => batch.Lines[place].StateUnder(choices) == ImportLineState.Ready).ToList();
        await Parallel.ForEachAsync(ready, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (place, stop) =>
        {
            if (fault is not null)
                return;
            var line = batch.Lines[place];
            var created = await CreateAsync(actor, line, choices, stop);
            if (created.Errors.FirstOrDefault(error => error.Code == PortalError.StorageUnavailable) is { } unavailable)
                fault = unavailable;
            else
                batch.Replace(place, created.Ok ? line with { SessionId = created.Value } : line with { Errors = created.Errors });
            told();
        });
        return fault is null ? batch : fault;
    }

    private Task<Result<Guid>> CreateAsync(Actor actor, ImportLine line, ImportChoices choices, CancellationToken cancellationToken)
    {
        var call = new RepeatableCall(actor.Id, Route, line.KeyHash, line.KeyHash);
        return once.OnceAsync(call, async () =>
        {
            var created = await sessions.CreateAsync(
                actor, line.Request with { AcceptCheckDigit = choices.AcceptCheckDigit, Call = call }, cancellationToken);
            return created.Ok ? created.Value.Id : created.Errors.ToList();
        }, cancellationToken);
    }

    private ImportLine LineOf(Plan plan, string fileHash, ImportedRow row)
    {
        // Who is named neither by name nor by number is asked on their own phone, like anybody whose photo is wanted.
        var identity = row.Name.Length + row.Number.Length == 0 ? null : new Identity(row.Name, row.Number, row.Type);
        var request = SessionRules.Tidy(plan.Terms, new NewSession(plan.Id) { Identity = identity, Reference = row.Reference });
        return new ImportLine(row, request, index.Of($"import|{fileHash}|{plan.Id}|{row.Line}"))
        {
            Errors = row.Fault is { } fault ? [fault] : rules.Check(plan.Terms, request),
        };
    }

    private int? EarlierLine(Dictionary<string, int> first, ImportLine line)
    {
        int? earlier = null;
        // Beside a line that makes nothing, another is no double.
        if (line.StateUnder(new ImportChoices(AcceptCheckDigit: true)) == ImportLineState.Wrong)
            return null;
        foreach (var key in new[] { duplicates.NumberOf(line.Request), DuplicateSearch.ReferenceOf(line.Request) is { } text ? $"reference|{text}" : null }.OfType<string>())
            if (!first.TryAdd(key, line.Row.Line))
                earlier = earlier is { } one ? Math.Min(one, first[key]) : first[key];
        return earlier;
    }
}
