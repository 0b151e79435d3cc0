using System.Collections.Immutable;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Approvals;

/// <summary>What is asked for: that a deal may be in a stage although the process says otherwise (an exception), or that it may pass a gate.</summary>
public sealed record ApprovalRequest
{
    /// <summary>What an exception waives, besides fields: that the way there is refused.</summary>
    public const string TheWay = "the_way";

    /// <summary>Key of the gate; null for an exception.</summary>
    public string? Gate { get; init; }

    /// <summary>Where the deal is to go, or to stay.</summary>
    public required StageId Stage { get; init; }

    /// <summary>For an exception: keys of the fields the stage asks for and the deal need not have, and <see cref="TheWay"/>.</summary>
    public ImmutableArray<string> Waives { get; init; } = [];

    /// <summary>For a gate about a value: up to which.</summary>
    public ApprovalBound? Bound { get; init; }

    /// <summary>What was said for the move along with it, to be filled in when it is made.</summary>
    public ImmutableDictionary<string, string> Facts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Why, in the words of whoever asks.</summary>
    public required string Reason { get; init; }

    /// <summary>The first day on which it does not hold any more, answered or not.</summary>
    public required DateOnly Until { get; init; }

    public ApprovalManner Manner { get; init; }

    public required ImmutableArray<Approver> Approvers { get; init; }

    public bool IsException => Gate is null;

    public bool Equals(ApprovalRequest? other) => other is not null
        && (Gate, Stage, Bound, Reason, Until, Manner) == (other.Gate, other.Stage, other.Bound, other.Reason, other.Until, other.Manner)
        && Waives.AsSpan().SequenceEqual(other.Waives.AsSpan())
        && Approvers.AsSpan().SequenceEqual(other.Approvers.AsSpan())
        && Facts.Count == other.Facts.Count && Facts.All(fact => other.Facts.GetValueOrDefault(fact.Key) == fact.Value);

    public override int GetHashCode() => HashCode.Combine(Gate, Stage, Reason, Until);
}
