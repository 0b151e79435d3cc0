using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>Which way a move goes: on, over stages that lie between, or back; and what the company says to that.</summary>
/// <param name="From">The open stage the deal is in, or was closed from; null when nobody knows.</param>
/// <param name="Between">The open stages that would be left out.</param>
internal sealed record MoveWay(Stage? From, Stage Target, IReadOnlyList<Stage> Between, bool IsBack, bool MovesOn, IReadOnlyList<MoveTerms> Terms, MoveConsent Consent)
{
    public static MoveWay Of(Deal deal, Stage target, SalesProcess process)
    {
        var from = StartOf(deal, process);
        var (start, end) = (from is null ? -1 : process.PositionOf(from.Id), process.PositionOf(target.Id));
        var isBack = from is not null && target.Group == StageGroup.Open && end < start;
        var movesOn = from is not null && target.Group != StageGroup.Lost && end > start;
        IReadOnlyList<Stage> between = movesOn ? [.. process.Stages.Skip(start + 1).Take(end - start - 1).Where(stage => stage.Group == StageGroup.Open)] : [];
        IReadOnlyList<MoveTerms> terms = [.. process.Moves.Terms.Where(one => one.To == target.Id && (one.From is not { } stage || stage == deal.Stage || stage == from?.Id))];

        // What is said of a move from one stage goes before what is said of all moves to the other.
        var said = terms.Where(one => one.Consent is not null).OrderBy(one => one.From is null).FirstOrDefault()?.Consent;
        return new MoveWay(from, target, between, isBack, movesOn, terms, said ?? (isBack ? process.Moves.Back : between.Count > 0 ? process.Moves.Skip : MoveConsent.Allowed));
    }

    /// <summary>"Skipping Proposal needs a reason".</summary>
    public string WhyReason() => Between.Count > 0 ? $"Skipping {Names(Between)} needs a reason" : IsBack ? $"Going back to {Target.Name} needs a reason" : $"Moving to {Target.Name} needs a reason";

    /// <summary>Why not, what lies between, and where the deal may go instead.</summary>
    public string Refusal(Deal deal, SalesProcess process)
    {
        var here = process.NameOf(deal.Stage);
        var why = this switch
        {
            { Between: [var only], From: { } from } => $"{deal.Name} cannot skip a stage: {only.Name} lies between {from.Name} and {Target.Name}.",
            { Between.Count: > 0, From: { } from } => $"{deal.Name} cannot skip stages: {Names(Between)} lie between {from.Name} and {Target.Name}.",
            { IsBack: true, From: { } from } => $"{deal.Name} cannot go back: {Target.Name} comes before {from.Name}.",
            _ => $"{deal.Name} cannot move from {here} to {Target.Name}: the process has no such move.",
        };
        var open = process.Stages.Where(stage => stage.Id != deal.Stage && (deal.Status == DealStatus.Open || stage.Group == StageGroup.Open) && Of(deal, stage, process).Consent != MoveConsent.Refused).ToList();
        return open.Count == 0 ? why : $"{why} From {here} it may go to {Sentence.Any([.. open.Select(stage => stage.Name)])}.";
    }

    /// <summary>The open stage the deal is in; for a closed deal the one it was closed from.</summary>
    private static Stage? StartOf(Deal deal, SalesProcess process)
    {
        var id = deal.Status == DealStatus.Open ? deal.Stage : deal.Visits is [.., var last] ? last.Stage : default;
        return process.Find(id) is { Group: StageGroup.Open } stage ? stage : null;
    }

    private static string Names(IReadOnlyList<Stage> stages) => Sentence.List([.. stages.Select(stage => stage.Name)]);
}
