using System.Collections.Immutable;
using System.Globalization;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.ImportData;

/// <summary>The events that turn one state of a deal into another: what a file's row changes, and nothing else.</summary>
internal static class DealDifference
{
    /// <summary>Text fields that an event sets by name.</summary>
    public static readonly IReadOnlyList<(string Field, Func<Deal, string?> Get)> Texts =
    [
        (DealFields.Name, deal => deal.Name),
        (DealFields.Account, deal => deal.Account?.Value),
        (DealFields.Source, deal => deal.Source),
        (DealFields.DealType, deal => deal.DealType),
        (DealFields.Segment, deal => deal.Segment),
        (DealFields.Region, deal => deal.Region),
        (DealFields.Product, deal => deal.Product),
        (DealFields.ForecastCategory, deal => deal.ForecastCategory),
        (DealFields.Competitor, deal => deal.Competitor),
        (DealFields.SignedDate, deal => deal.SignedDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (DealFields.LossReason, deal => deal.LossReason),
        (DealFields.LossDetail, deal => deal.LossDetail),
        (DealFields.LossNote, deal => deal.LossNote),
    ];

    /// <summary>The creation of a deal as it stands.</summary>
    public static DealEvent.Created Creation(Deal deal, EventStamp stamp, bool historyKnown, DateTimeOffset? stageEnteredAt)
    {
        var fields = deal.Fields.ToBuilder();
        foreach (var (field, get) in Texts)
        {
            if (field is not (DealFields.Name or DealFields.Account) && get(deal) is { } value)
            {
                fields[field] = value;
            }
        }

        return new DealEvent.Created
        {
            Deal = deal.Id,
            Stamp = stamp,
            Name = deal.Name,
            Account = deal.Account,
            Owner = deal.Owner,
            Stage = deal.Stage,
            Status = deal.Status,
            Amount = deal.Amount,
            CloseDate = deal.CloseDate,
            NextStep = deal.NextStep,
            NextStepDate = deal.NextStepDate,
            Fields = fields.ToImmutable(),
            HistoryKnown = historyKnown,
            StageEnteredAt = stageEnteredAt,
        };
    }

    /// <summary>What must happen to <paramref name="deal"/> for it to be <paramref name="target"/>; empty when they say the same.</summary>
    /// <param name="stamp">For changes of fields.</param>
    /// <param name="stageStamp">For a change of stage, which a file may date.</param>
    public static List<DealEvent> Events(Deal deal, Deal target, EventStamp stamp, EventStamp stageStamp)
    {
        var events = new List<DealEvent>();
        var state = deal;
        void Add(DealEvent happened)
        {
            events.Add(happened);
            state = DealFold.Apply(state, happened, _ => 0);
        }

        if (deal.Stage != target.Stage || deal.Status != target.Status)
        {
            Add(StageEvent(deal, target, stageStamp));
        }

        if (state.Owner != target.Owner)
        {
            Add(new DealEvent.OwnerChanged(state.Owner, target.Owner) { Deal = deal.Id, Stamp = stamp });
        }

        if (state.Amount != target.Amount)
        {
            Add(new DealEvent.AmountChanged(state.Amount, target.Amount) { Deal = deal.Id, Stamp = stamp });
        }

        if (state.CloseDate != target.CloseDate)
        {
            Add(new DealEvent.CloseDateChanged(state.CloseDate, target.CloseDate) { Deal = deal.Id, Stamp = stamp });
        }

        if (state.NextStep != target.NextStep || state.NextStepDate != target.NextStepDate)
        {
            Add(new DealEvent.NextStepChanged(state.NextStep, state.NextStepDate, target.NextStep, target.NextStepDate) { Deal = deal.Id, Stamp = stamp });
        }

        foreach (var (field, get) in Texts)
        {
            if (get(state) is var before && get(target) is var after && before != after)
            {
                Add(new DealEvent.FieldSet(field, before, after) { Deal = deal.Id, Stamp = stamp });
            }
        }

        foreach (var field in state.Fields.Keys.Union(target.Fields.Keys).Order(StringComparer.Ordinal).ToList())
        {
            if (state.Fields.GetValueOrDefault(field) is var before && target.Fields.GetValueOrDefault(field) is var after && before != after)
            {
                Add(new DealEvent.FieldSet(field, before, after) { Deal = deal.Id, Stamp = stamp });
            }
        }

        return events;
    }

    private static DealEvent StageEvent(Deal deal, Deal target, EventStamp stamp)
    {
        var closedOn = target.CloseDate ?? DateOnly.FromDateTime(stamp.At.UtcDateTime);
        return target.Status switch
        {
            DealStatus.Won => new DealEvent.Won(deal.Stage, target.Stage, closedOn, target.SignedDate, deal.CloseDate) { Deal = deal.Id, Stamp = stamp },
            DealStatus.Lost => new DealEvent.Lost(deal.Stage, target.Stage, closedOn, target.LossReason, target.LossDetail, target.LossNote, target.Competitor, deal.CloseDate) { Deal = deal.Id, Stamp = stamp },
            _ when deal.Status != DealStatus.Open => new DealEvent.Reopened(deal.Stage, target.Stage, target.CloseDate) { Deal = deal.Id, Stamp = stamp },
            _ => new DealEvent.StageChanged(deal.Stage, target.Stage) { Deal = deal.Id, Stamp = stamp },
        };
    }
}
