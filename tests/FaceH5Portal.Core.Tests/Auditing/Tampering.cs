using FaceH5Portal.Core.Auditing;

namespace FaceH5Portal.Core.Tests.Auditing;

/// <summary>One way to rewrite the audit, and where that has to be found.</summary>
internal sealed record Tampering(string Name, string Sql, long First, long Last, params AuditFault[] Faults)
{
    private const string Columns = "OccurredAtUtc, ActorId, Action, Target, Note, Correlation, Seal";

    private static readonly Func<Random, long, Tampering>[] Ways =
        [Edit, Blank, Reseal, Delete, DeleteRange, DeleteAndCloseUp, Swap, Renumber, Copy, Insert, Append, Cut, SealFromElsewhere];

    public static int Kinds => Ways.Length;

    public static Tampering Draw(Random random, long last) => Ways[random.Next(Ways.Length)](random, last);

    public bool IsFoundBy(AuditFinding finding) => Faults.Contains(finding.Fault) && finding.First <= Last && finding.Last >= First;

    private static Tampering Edit(Random random, long last)
    {
        var at = From(random, 1, last);
        var set = new[] { "OccurredAtUtc = '2020-01-01 00:00:00'", "ActorId = 'nobody'", "Action = 'EvidenceViewed'", "Target = Target || '0'", "Note = ifnull(Note, '') || ' '", "Correlation = '0'" };
        return new("edit", $"UPDATE AuditEntries SET {set[random.Next(set.Length)]} WHERE Sequence = {at}", at, at, AuditFault.Altered);
    }

    private static Tampering Blank(Random random, long last)
    {
        var at = From(random, 1, last);
        return new("blank seal", $"UPDATE AuditEntries SET Seal = NULL WHERE Sequence = {at}", at, at, AuditFault.Altered);
    }

    private static Tampering Reseal(Random random, long last)
    {
        var at = From(random, 1, last);
        return new("random seal", $"UPDATE AuditEntries SET Seal = randomblob(32) WHERE Sequence = {at}", at, at, AuditFault.Altered);
    }

    private static Tampering Delete(Random random, long last)
    {
        var at = From(random, 1, last - 1);
        return new("delete", $"DELETE FROM AuditEntries WHERE Sequence = {at}", at, at, AuditFault.Missing);
    }

    private static Tampering DeleteRange(Random random, long last)
    {
        var (first, until) = Two(random, 1, last - 1);
        return new("delete some", $"DELETE FROM AuditEntries WHERE Sequence BETWEEN {first} AND {until}", first, until, AuditFault.Missing);
    }

    private static Tampering DeleteAndCloseUp(Random random, long last)
    {
        var at = From(random, 1, last - 1);
        return new("delete and number anew", $"DELETE FROM AuditEntries WHERE Sequence = {at}; UPDATE AuditEntries SET Sequence = -Sequence WHERE Sequence > {at}; "
            + "UPDATE AuditEntries SET Sequence = -Sequence - 1 WHERE Sequence < 0", at, at, AuditFault.Altered);
    }

    private static Tampering Swap(Random random, long last)
    {
        var (one, other) = Two(random, 1, last);
        return new("swap", $"UPDATE AuditEntries SET Sequence = -1 WHERE Sequence = {one}; UPDATE AuditEntries SET Sequence = {one} WHERE Sequence = {other}; "
            + $"UPDATE AuditEntries SET Sequence = {other} WHERE Sequence = -1", one, one, AuditFault.Altered);
    }

    private static Tampering Renumber(Random random, long last)
    {
        var at = From(random, 1, last);
        return new("number away", $"UPDATE AuditEntries SET Sequence = {last + 7} WHERE Sequence = {at}", at, last + 7, AuditFault.Missing, AuditFault.Altered);
    }

    private static Tampering Copy(Random random, long last)
    {
        var (from, to) = Two(random, 1, last);
        return new("replay in place of another", $"DELETE FROM AuditEntries WHERE Sequence = {to}; "
            + $"INSERT INTO AuditEntries (Sequence, {Columns}) SELECT {to}, {Columns} FROM AuditEntries WHERE Sequence = {from}", to, to, AuditFault.Altered);
    }

    private static Tampering Insert(Random random, long last)
    {
        var at = From(random, 1, last);
        return new("insert", $"UPDATE AuditEntries SET Sequence = -Sequence WHERE Sequence >= {at}; UPDATE AuditEntries SET Sequence = -Sequence + 1 WHERE Sequence < 0; "
            + $"INSERT INTO AuditEntries (Sequence, {Columns}) VALUES ({at}, '2026-03-01 00:00:00', 'nobody', 'PlanChanged', 'plan/1', NULL, NULL, randomblob(32))", at, at, AuditFault.Altered);
    }

    private static Tampering Append(Random random, long last)
    {
        var from = From(random, 1, last);
        return new("append", $"INSERT INTO AuditEntries (Sequence, {Columns}) SELECT {last + 1}, {Columns} FROM AuditEntries WHERE Sequence = {from}", last + 1, last + 1, AuditFault.Altered);
    }

    private static Tampering Cut(Random random, long last)
    {
        var at = From(random, 1, last);
        return new("cut off", $"DELETE FROM AuditEntries WHERE Sequence >= {at}", at, last, AuditFault.CutOff);
    }

    private static Tampering SealFromElsewhere(Random random, long last)
    {
        var (from, to) = Two(random, 1, last);
        return new("seal of another", $"UPDATE AuditEntries SET Note = 'x', Seal = (SELECT Seal FROM AuditEntries WHERE Sequence = {from}) WHERE Sequence = {to}", to, to, AuditFault.Altered);
    }

    private static long From(Random random, long first, long last) => random.NextInt64(first, last + 1);

    /// <summary>Two that differ, the smaller first.</summary>
    private static (long, long) Two(Random random, long first, long last)
    {
        var (one, other) = (From(random, first, last), From(random, first, last - 1));
        other += other >= one ? 1 : 0;
        return (Math.Min(one, other), Math.Max(one, other));
    }
}
