using System.Collections.Immutable;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.ImportData;

/// <summary>Keeps what people changed here from being undone by a file that merely has not heard of it: where a row still says what the imports before it said, the change since then holds.</summary>
internal static class ChatChanges
{
    public const string ImportDoor = "import";

    /// <summary>What the row should make of the deal.</summary>
    /// <param name="deal">As it stands.</param>
    /// <param name="target">As the row has it.</param>
    /// <param name="history">The deal's events; the imported ones tell what files said before.</param>
    public static Deal Keep(Deal deal, Deal target, IReadOnlyList<DealEvent> history)
    {
        if (history.All(happened => happened.Stamp.Door == ImportDoor) || AsImported(history) is not { } said)
        {
            return target;
        }

        T Merged<T>(Func<Deal, T> get) => EqualityComparer<T>.Default.Equals(get(target), get(said)) ? get(deal) : get(target);

        var kept = target with
        {
            Name = Merged(one => one.Name),
            Account = Merged(one => one.Account),
            Owner = Merged(one => one.Owner),
            Amount = Merged(one => one.Amount),
            CloseDate = Merged(one => one.CloseDate),
            Source = Merged(one => one.Source),
            DealType = Merged(one => one.DealType),
            Segment = Merged(one => one.Segment),
            Region = Merged(one => one.Region),
            Product = Merged(one => one.Product),
            ForecastCategory = Merged(one => one.ForecastCategory),
            NextStep = Merged(one => one.NextStep),
            NextStepDate = Merged(one => one.NextStepDate),
            Competitor = Merged(one => one.Competitor),
            Fields = target.Fields.ToImmutableDictionary(field => field.Key, field => Merged(one => one.Fields.GetValueOrDefault(field.Key)) ?? field.Value),
        };

        // An outcome comes with its reason and its contract, or not at all.
        return target.Stage != said.Stage || target.Status != said.Status ? kept : kept with
        {
            Stage = deal.Stage,
            Status = deal.Status,
            SignedDate = Merged(one => one.SignedDate),
            LossReason = Merged(one => one.LossReason),
            LossDetail = Merged(one => one.LossDetail),
            LossNote = Merged(one => one.LossNote),
            Fields = deal.Fields.TryGetValue(DealFields.WinReason, out var won) ? kept.Fields.SetItem(DealFields.WinReason, won) : kept.Fields,
        };
    }

    private static Deal? AsImported(IReadOnlyList<DealEvent> history)
    {
        Deal? deal = null;
        foreach (var happened in history)
        {
            if (happened.Stamp.Door == ImportDoor && (deal is not null || happened is DealEvent.Created))
            {
                deal = DealFold.Apply(deal, happened, _ => 0);
            }
        }

        return deal;
    }
}
