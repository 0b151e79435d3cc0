using System.Globalization;
using RevBot.Conversation.AuditLog;

namespace RevBot.Storage.AuditLog;

/// <summary>Goes through the log in its order and stops at the first record that is not as it was written.</summary>
/// <param name="key">Null when seals cannot be checked.</param>
internal sealed class AuditCheck(byte[]? key)
{
    /// <summary>How far a record may have been carried for its old place to be named.</summary>
    private const int Nearby = 8;

    private AuditRecord? _last;
    private long _entries;
    private long? _sealedFrom;

    /// <param name="records">By number.</param>
    public AuditVerdict Run(IEnumerable<AuditRecord> records, AuditHead? head)
    {
        foreach (var record in records)
        {
            _entries++;
            if (ProblemOf(record) is { } problem)
            {
                return Verdict(problem);
            }

            _sealedFrom ??= record.Seal is null ? null : record.Number;
            _last = record;
        }

        return Verdict(ProblemOf(head));
    }

    private static AuditProblem Problem(long number, string what) => new(number, string.Create(CultureInfo.InvariantCulture, $"Entry {number} {what}"));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private AuditVerdict Verdict(AuditProblem? problem) => new(_entries, _last, _sealedFrom, key is not null, problem);

    private AuditProblem? ProblemOf(AuditRecord record)
    {
        var expected = (_last?.Number ?? 0) + 1;
        return record.Number < expected ? Problem(record.Number, "stands before the first one: it was never written.")
            : record.Number > expected ? Problem(expected, $"is missing: after {Number(expected - 1)} comes {Number(record.Number)}.")
            : record.Hash != AuditChain.HashOf(record) ? Problem(record.Number, ChangeOf(record))
            : key is not null && record.Seal is not null && !AuditChain.AreEqual(record.Seal, AuditChain.SealOf(record.Hash, key))
                ? Problem(record.Number, "has a seal that this key did not make: it was forged, or RevBot__Audit__Key is not the key it was written with.")
            : record.Previous != (_last?.Tip ?? "") ? Broken(record)
            : record.Seal is null && _sealedFrom is not null ? Problem(record.Number, "has no seal, though entries before it are sealed: it was forged, or its seal was taken off.")
            : null;
    }

    /// <summary>What is wrong with a record that its hash does not fit: it is told apart whether it stood elsewhere.</summary>
    private static string ChangeOf(AuditRecord record)
    {
        for (var number = Math.Max(1, record.Number - Nearby); number <= record.Number + Nearby; number++)
        {
            if (number != record.Number && record.Hash == AuditChain.HashOf(record with { Number = number }))
            {
                return $"was written as entry {Number(number)}: entries were moved, put in or taken out.";
            }
        }

        return "is not what was written: it, or its hash, was changed.";
    }

    /// <summary>Two records that are each sound by themselves and do not fit together: the first of both is named.</summary>
    private AuditProblem Broken(AuditRecord record) => _last is null
        ? Problem(record.Number, "does not begin the log: it builds on an entry that is not there.")
        : Problem(_last.Number, $"and entry {Number(record.Number)} do not fit together: one of them was replaced, or its seal was changed.");

    private AuditProblem? ProblemOf(AuditHead? head)
    {
        var newest = _last?.Number ?? 0;
        return head is null ? new AuditProblem(newest, "The head of the log is missing, which says where it ends: somebody removed it.")
            : head.Number > newest ? Problem(newest + 1, $"is missing: the log was cut off, for its head says that it ends with entry {Number(head.Number)}.")
            : head.Number < newest ? Problem(head.Number + 1, $"was put in: the head of the log says that it ends with entry {Number(head.Number)}.")
            : head.Tip != (_last?.Tip ?? "") ? Problem(newest, "is not the one that the head of the log ends with: it was replaced, its seal was changed, or the head was.")
            : key is null ? null
            : head.Seal is not null && !AuditChain.AreEqual(head.Seal, AuditChain.SealOfHead(head.Number, head.Tip, key))
                ? Problem(newest, "is the end of the log by a head that this key did not seal: the end was cut off, or RevBot__Audit__Key is not the key it was written with.")
            : newest > 0 && head.Seal is null
                ? Problem(newest, "is the newest and has no seal, though RevBot__Audit__Key is set: it was written before the key was, or seals were taken off. If the key is new, ask something, which is sealed, and verify again.")
            : null;
    }
}
