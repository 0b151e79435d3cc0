using System.Collections.Immutable;
using System.Globalization;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.History;

/// <summary>Current state is the fold of the history: the one place where an event becomes a deal.</summary>
public static class DealFold
{
    /// <summary>The deal after <paramref name="happened"/>.</summary>
    /// <param name="deal">Null before <see cref="DealEvent.Created"/>.</param>
    /// <param name="orderOf">Place of a stage in the order of travel (<see cref="Process.SalesProcess.PositionOf"/>): tells moving on from going back.</param>
    /// <exception cref="ArgumentException">The first event is not a creation, or a creation comes twice, or the event is another deal's, or comes after a removal.</exception>
    public static Deal Apply(Deal? deal, DealEvent happened, Func<StageId, int> orderOf)
    {
        if (deal is null)
        {
            return happened is DealEvent.Created created
                ? Create(created)
                : throw new ArgumentException($"Deal {happened.Deal} has no creation before {happened.GetType().Name}.", nameof(happened));
        }

        if (happened.Deal != deal.Id)
        {
            throw new ArgumentException($"An event of deal {happened.Deal} cannot happen to deal {deal.Id}.", nameof(happened));
        }

        if (deal.Status == DealStatus.Removed)
        {
            throw new ArgumentException($"Deal {deal.Id} was removed before {happened.GetType().Name}.", nameof(happened));
        }

        var changed = happened switch
        {
            DealEvent.Removed => deal with { Status = DealStatus.Removed },
            DealEvent.StageChanged moved => Move(deal, moved.To, DealStatus.Open, happened, ExitOf(moved, orderOf)),
            DealEvent.AmountChanged amount => deal with { Amount = amount.To },
            DealEvent.CloseDateChanged date => deal with
            {
                CloseDate = date.To,
                CloseDatePushes = Math.Max(0, deal.CloseDatePushes + PushesOf(date)),
            },
            DealEvent.OwnerChanged owner => deal with { Owner = owner.To },
            DealEvent.NextStepChanged step => deal with { NextStep = step.To, NextStepDate = step.ToDate },
            DealEvent.FieldSet field => SetField(deal, field.Field, field.To),
            DealEvent.Won won => Move(deal, won.To, DealStatus.Won, happened, ExitKind.Won) with
            {
                CloseDate = won.CloseDate,
                SignedDate = won.SignedDate ?? deal.SignedDate,
            },
            DealEvent.Lost lost => Move(deal, lost.To, DealStatus.Lost, happened, ExitKind.Lost) with
            {
                CloseDate = lost.CloseDate,
                LossReason = lost.Reason,
                LossDetail = lost.Detail,
                LossNote = lost.Note,
                Competitor = lost.Competitor ?? deal.Competitor,
            },
            DealEvent.Reopened reopened => Move(deal, reopened.To, DealStatus.Open, happened, ExitKind.Reopened) with
            {
                CloseDate = reopened.CloseDate ?? deal.CloseDate,
                SignedDate = null,
                LossReason = null,
                LossDetail = null,
                LossNote = null,
                Fields = deal.Fields.Remove(DealFields.WinReason),
            },
            DealEvent.NoteAdded or DealEvent.ActivityLogged => deal,
            DealEvent.ApprovalAsked or DealEvent.ApprovalAnswered or DealEvent.ApprovalWithdrawn => deal with { Approvals = ApprovalFold.Apply(deal.Approvals, happened) },
            DealEvent.Paused paused => deal with { Pauses = PauseFold.Paused(deal.Pauses, paused) },
            DealEvent.Resumed resumed => deal with { Pauses = PauseFold.Resumed(deal.Pauses, resumed) },
            _ => throw new ArgumentException($"Deal {deal.Id} was created twice.", nameof(happened)),
        };
        return changed with
        {
            PastAmounts = changed.Amount == deal.Amount
                ? deal.PastAmounts
                : Remember(deal.PastAmounts, new PastAmount(happened.Stamp.At, deal.Amount), happened, (past, other) => past.UntilTicks == other.UntilTicks, past => past.Amount == changed.Amount),
            PastCloseDates = changed.CloseDate == deal.CloseDate
                ? deal.PastCloseDates
                : Remember(
                    deal.PastCloseDates,
                    new PastCloseDate(happened.Stamp.At, deal.CloseDate, happened is DealEvent.CloseDateChanged),
                    happened,
                    (past, other) => past.UntilTicks == other.UntilTicks,
                    past => past.Date == changed.CloseDate),
            Version = deal.Version + 1,
            ChangedAt = happened.Stamp.At,
            ChangedBy = happened.Stamp.By,
        };
    }

    /// <summary>A change that is taken back leaves no past value behind, as a move leaves no stay: what was before it is as if it had never been left.</summary>
    /// <param name="isOfOneTurn">What one turn changed, it changed at one moment, and it is taken back at once.</param>
    private static ImmutableArray<T> Remember<T>(ImmutableArray<T> past, T replaced, DealEvent happened, Func<T, T, bool> isOfOneTurn, Predicate<T> isBack)
    {
        if (happened.Undoes is null || past.IsEmpty)
        {
            return past.Add(replaced);
        }

        var first = past.Length - 1;
        while (first > 0 && isOfOneTurn(past[first - 1], past[first]))
        {
            first--;
        }

        return isBack(past[first]) ? past.RemoveRange(first, past.Length - first) : past.Add(replaced);
    }

    private static Deal Create(DealEvent.Created created)
    {
        var deal = new Deal
        {
            Id = created.Deal,
            Name = created.Name,
            Account = created.Account,
            Owner = created.Owner,
            Stage = created.Stage,
            Status = created.Status,
            Amount = created.Amount,
            CloseDate = created.CloseDate,
            NextStep = created.NextStep,
            NextStepDate = created.NextStepDate,
            CreatedAt = created.Stamp.At,
            HistoryKnown = created.HistoryKnown,
            Visits = created.Status == DealStatus.Open
                ? [new StageVisit(created.Stage, created.StageEnteredAt ?? created.Stamp.At, null, ExitKind.None)]
                : [],
            ChangedAt = created.Stamp.At,
            ChangedBy = created.Stamp.By,
            Version = 1,
        };
        return created.Fields.Aggregate(deal, (state, field) => SetField(state, field.Key, field.Value));
    }

    /// <summary>A later date is one push more; taking a push back is one less, and taking back an earlier date is none.</summary>
    private static int PushesOf(DealEvent.CloseDateChanged date) => (date.From, date.To, date.Undoes) switch
    {
        ({ } from, { } to, null) when to > from => 1,
        ({ } from, { } to, not null) when to < from => -1,
        _ => 0,
    };

    private static ExitKind ExitOf(DealEvent.StageChanged moved, Func<StageId, int> orderOf) =>
        orderOf(moved.To) < orderOf(moved.From) ? ExitKind.Regressed : ExitKind.Advanced;

    private static Deal Move(Deal deal, StageId to, DealStatus status, DealEvent happened, ExitKind exit)
    {
        var takenBack = happened.Undoes is null ? null : TakenBack(deal, to, status);
        var visits = takenBack ?? MovedOn(deal, to, status, happened.Stamp.At, exit);
        return deal with
        {
            Stage = to,
            Status = status,
            Visits = visits,
            Pauses = deal.Pauses.IsEmpty ? deal.Pauses
                : takenBack is not null && status == DealStatus.Open ? PauseFold.Reopened(deal.Pauses, deal.Visits[visits.Length - 1].ExitedAt)
                : PauseFold.Ended(deal.Pauses, LeftAt(visits) ?? happened.Stamp.At),
        };
    }

    /// <summary>When the stay that was left last ended.</summary>
    private static DateTimeOffset? LeftAt(ImmutableArray<StageVisit> visits) => visits switch
    {
        [.., { ExitedAt: { } left }] => left,
        [.., var before, _] => before.ExitedAt,
        _ => null,
    };

    /// <summary>A move that is taken back leaves no stay behind: the one it ended goes on as if it had never been left. Null when the stays do not tell of such a move.</summary>
    private static ImmutableArray<StageVisit>? TakenBack(Deal deal, StageId to, DealStatus status)
    {
        var before = deal.Visits is [.., { IsOpen: true }] ? deal.Visits.RemoveAt(deal.Visits.Length - 1) : deal.Visits;
        return status != DealStatus.Open ? before
            : before is [.., var last] && last.Stage == to ? before.SetItem(before.Length - 1, last with { ExitedAt = null, Exit = ExitKind.None })
            : null;
    }

    private static ImmutableArray<StageVisit> MovedOn(Deal deal, StageId to, DealStatus status, DateTimeOffset at, ExitKind exit)
    {
        var visits = deal.Visits;
        if (visits is [.., { IsOpen: true } last])
        {
            // Clocks of two systems may disagree by a little; a stay never ends before it began.
            visits = visits.SetItem(visits.Length - 1, last with { ExitedAt = at < last.EnteredAt ? last.EnteredAt : at, Exit = exit });
        }

        return status == DealStatus.Open ? visits.Add(new StageVisit(to, at, null, ExitKind.None)) : visits;
    }

    private static Deal SetField(Deal deal, string field, string? value) => field switch
    {
        DealFields.Name => deal with { Name = value ?? deal.Name },
        DealFields.Account => deal with { Account = value is null ? null : new AccountId(value) },
        DealFields.Source => deal with { Source = value },
        DealFields.DealType => deal with { DealType = value },
        DealFields.Segment => deal with { Segment = value },
        DealFields.Region => deal with { Region = value },
        DealFields.Product => deal with { Product = value },
        DealFields.ForecastCategory => deal with { ForecastCategory = value },
        DealFields.Competitor => deal with { Competitor = value },
        DealFields.SignedDate => deal with
        {
            SignedDate = value is null ? null : DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
        DealFields.LossReason => deal with { LossReason = value },
        DealFields.LossDetail => deal with { LossDetail = value },
        DealFields.LossNote => deal with { LossNote = value },
        _ => deal with { Fields = value is null ? deal.Fields.Remove(field) : deal.Fields.SetItem(field, value) },
    };
}
