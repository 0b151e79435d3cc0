using System.Collections.Immutable;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;

namespace RevBot.Storage.Deals;

/// <summary>What was asked for, as JSON of plain values.</summary>
internal sealed record StoredApproval
{
    public string? Gate { get; init; }

    public required string Stage { get; init; }

    public IReadOnlyList<string>? Waives { get; init; }

    public string? BoundField { get; init; }

    public decimal? BoundMost { get; init; }

    /// <summary>In the order of their names, so that equal requests are equal text.</summary>
    public ImmutableSortedDictionary<string, string>? Facts { get; init; }

    public required string Reason { get; init; }

    public DateOnly Until { get; init; }

    public ApprovalManner Manner { get; init; }

    public required IReadOnlyList<StoredApprover> Approvers { get; init; }

    public static StoredApproval Of(ApprovalRequest request) => new()
    {
        Gate = request.Gate,
        Stage = request.Stage.Value,
        Waives = request.Waives.IsEmpty ? null : request.Waives,
        BoundField = request.Bound?.Field,
        BoundMost = request.Bound?.Most,
        Facts = request.Facts.IsEmpty ? null : request.Facts.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Reason = request.Reason,
        Until = request.Until,
        Manner = request.Manner,
        Approvers = [.. request.Approvers.Select(approver => new StoredApprover(approver.Name, [.. approver.People.Select(person => person.Value)]))],
    };

    public ApprovalRequest ToRequest() => new()
    {
        Gate = Gate,
        Stage = new StageId(Stage),
        Waives = [.. Waives ?? []],
        Bound = BoundField is { } field ? new ApprovalBound(field, BoundMost ?? 0) : null,
        Facts = Facts?.ToImmutableDictionary() ?? [],
        Reason = Reason,
        Until = Until,
        Manner = Manner,
        Approvers = [.. Approvers.Select(approver => new Approver(approver.Name, [.. approver.People.Select(person => new PersonId(person))]))],
    };
}
