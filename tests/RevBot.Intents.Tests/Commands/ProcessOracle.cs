using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Tests.Commands;

/// <summary>What the company's process forbids, read from its criteria a second time: written without a look at the rules that decide.</summary>
internal sealed class ProcessOracle(CompanyProfile company)
{
    private readonly List<Stage> _stages = [.. company.Process.Stages];

    /// <summary>The fields that a stage asks of a deal and the deal has not.</summary>
    public IReadOnlySet<string> Lacking(Deal deal, StageId stage, PipelineSnapshot snapshot, DateOnly day)
    {
        var place = _stages.FindIndex(one => one.Id == stage);
        var asked = new List<Criterion>(_stages[place].RequiredToEnter);
        if (_stages[place].Group != StageGroup.Lost)
        {
            for (var earlier = 0; earlier < place; earlier++)
            {
                asked.AddRange(_stages[earlier].Group == StageGroup.Open ? _stages[earlier].RequiredToEnter.Where(one => one.FromHereOn) : []);
            }
        }

        return asked.Where(criterion => Asked(criterion, deal, snapshot, day) && !Has(criterion, deal) && !IsLetThrough(deal, stage, criterion.Field, day)).Select(criterion => criterion.Field).ToHashSet();
    }

    /// <summary>What is wrong with a deal that somebody made; null when nothing is.</summary>
    public string? ProblemOfNew(Deal deal, IReadOnlyList<DealEvent> events, PipelineSnapshot snapshot, DateOnly day)
    {
        var place = _stages.FindIndex(one => one.Id == deal.Stage);
        if (events[0] is not DealEvent.Created || events.Skip(1).Any(happened => happened is not DealEvent.NoteAdded) || place < 0 || _stages[place].Group != StageGroup.Open)
        {
            return $"{deal.Name} was made of {string.Join(", ", events.Select(happened => happened.GetType().Name))} in {deal.Stage}";
        }

        if (string.IsNullOrWhiteSpace(deal.Name) || deal.Account is not { } account || !snapshot.Accounts.ContainsKey(account)
            || deal.Owner is not { } owner || snapshot.People.GetValueOrDefault(owner) is not { Active: true } || !(deal.CloseDate >= day))
        {
            return $"“{deal.Name}” of {deal.Account} and {deal.Owner} closes on {deal.CloseDate}";
        }

        if (snapshot.Deals.ToArray().Count(other => other.Id == deal.Id) != 1)
        {
            return $"{deal.Id} is there more than once";
        }

        return Lacking(deal, deal.Stage, snapshot, day) is { Count: > 0 } lacking ? $"{deal.Name} began in {deal.Stage} without {string.Join(", ", lacking)}"
            : place > 0 && company.Process.Moves.Skip == MoveConsent.Refused && place > 1 && !company.Process.Moves.Terms.Any(terms => terms.To == deal.Stage) ? $"{deal.Name} began in {deal.Stage}, past {_stages[0].Name}"
            : null;
    }

    /// <summary>What is wrong with a change that somebody made; null when nothing is.</summary>
    public string? Problem(Deal before, Deal after, IReadOnlyList<DealEvent> events, PipelineSnapshot snapshot, DateOnly day)
    {
        var stage = _stages.Find(one => one.Id == after.Stage);
        if (stage is null || stage.Group.ToString() != after.Status.ToString())
        {
            return $"{after.Name} is {after.Status} in {after.Stage}";
        }

        if (events.Any(happened => happened.Undoes is not null))
        {
            return null;
        }

        var lacking = Lacking(after, after.Stage, snapshot, day);
        if (before.Stage == after.Stage)
        {
            var standing = Lacking(before, before.Stage, snapshot, day);
            return lacking.Except(standing).FirstOrDefault() is { } lost ? $"{after.Name} in {stage.Name} lost its {lost}" : Closing(before, after, day);
        }

        return lacking.Count > 0 ? $"{after.Name} came to {stage.Name} without {string.Join(", ", lacking)}" : Way(before, after, stage, events, snapshot, day) ?? Closing(null, after, day);
    }

    private string? Way(Deal before, Deal after, Stage stage, IReadOnlyList<DealEvent> events, PipelineSnapshot snapshot, DateOnly day)
    {
        var from = before.Status == DealStatus.Open ? before.Stage : before.Visits.Length > 0 ? before.Visits[^1].Stage : before.Stage;
        var (start, end) = (_stages.FindIndex(one => one.Id == from), _stages.IndexOf(stage));
        var known = start >= 0 && _stages[start].Group == StageGroup.Open;
        var on = known && stage.Group != StageGroup.Lost && end > start;
        var skips = on && _stages.FindIndex(start + 1, one => one.Group == StageGroup.Open) is var next and >= 0 && next < end;
        var back = known && stage.Group == StageGroup.Open && end < start;
        var terms = company.Process.Moves.Terms.Where(one => one.To == stage.Id && (one.From is null || one.From == before.Stage || (known && one.From == from))).ToList();
        var said = terms.Where(one => one.Consent is not null).OrderByDescending(one => one.From is not null).Select(one => one.Consent).FirstOrDefault();
        var consent = said ?? (back ? company.Process.Moves.Back : skips ? company.Process.Moves.Skip : MoveConsent.Allowed);
        if (consent == MoveConsent.Refused && !IsLetThrough(before, stage.Id, "the_way", day))
        {
            return $"{after.Name} went from {from} to {stage.Id}, which is refused";
        }

        if (consent == MoveConsent.WithReason && events.Select(ReasonOf).All(string.IsNullOrWhiteSpace))
        {
            return $"{after.Name} went from {from} to {stage.Id} and nobody said why";
        }

        var needed = terms.SelectMany(one => one.Required).Concat(on ? _stages[start].RequiredToLeave : []);
        return needed.FirstOrDefault(criterion => Asked(criterion, after, snapshot, day) && !Has(criterion, after) && !IsLetThrough(after, stage.Id, criterion.Field, day)) is { } lacked ? $"{after.Name} went from {from} to {stage.Id} without {lacked.Field}" : null;
    }

    /// <param name="before">Null for a deal that has just come to its stage.</param>
    private string? Closing(Deal? before, Deal after, DateOnly day)
    {
        if (after.Status == DealStatus.Open)
        {
            return after.LossReason is null && after.LossDetail is null && after.LossNote is null && !after.Fields.ContainsKey("win_reason") ? null : $"{after.Name} is open and tells of its end";
        }

        // What an import has left so may stay so.
        if (before?.CloseDate != after.CloseDate && (after.CloseDate is not { } closed || closed > day))
        {
            return $"{after.Name} closed on {after.CloseDate}";
        }

        if (before is not null && ToldOf(before) == ToldOf(after))
        {
            return null;
        }

        if (after.Status == DealStatus.Won)
        {
            return company.WinReasons.Contains(after.Fields.GetValueOrDefault("win_reason") ?? "") || (before is not null && !before.Fields.ContainsKey("win_reason")) ? null : $"{after.Name} was won, and nobody said by what";
        }

        var reason = company.LossReasons.Reasons.FirstOrDefault(one => one.Key == after.LossReason);
        return reason is null ? $"{after.Name} was lost for '{after.LossReason}'"
            : reason.Details.Count > 0 && reason.Details.All(detail => detail.Key != after.LossDetail) ? $"{after.Name} was lost for {reason.Key} without its detail"
            : reason.Key == "other" && string.IsNullOrWhiteSpace(after.LossNote) ? $"{after.Name} was lost for other without a word"
            : reason.AsksForCompetitor && string.IsNullOrWhiteSpace(after.Competitor) ? $"{after.Name} was lost to nobody"
            : null;
    }

    private static (string?, string?, string?, string?, string?) ToldOf(Deal deal) =>
        (deal.LossReason, deal.LossDetail, deal.LossNote, deal.Competitor, deal.Fields.GetValueOrDefault("win_reason"));

    private bool Asked(Criterion criterion, Deal deal, PipelineSnapshot snapshot, DateOnly day)
    {
        if (criterion.When is not { } when)
        {
            return true;
        }

        var account = deal.Account is { } id ? snapshot.Accounts.GetValueOrDefault(id) : null;
        var worth = deal.Amount is not { } money ? null : money.Currency == company.Currency ? money.Amount : company.Rates.Convert(money, day);
        return (when.AmountOver is null || worth > when.AmountOver)
            && (when.AmountAtLeast is null || worth >= when.AmountAtLeast)
            && Among(when.Segments, deal.Segment ?? account?.Segment)
            && Among(when.Regions, deal.Region ?? account?.Region)
            && Among(when.DealTypes, deal.DealType);

        static bool Among(IReadOnlyList<string> names, string? value) => names.Count == 0 || (value is not null && names.Any(name => name.Equals(value, StringComparison.OrdinalIgnoreCase)));
    }

    private bool Has(Criterion criterion, Deal deal) => criterion.Field switch
    {
        "amount" => deal.Amount is { Amount: > 0 },
        "close_date" => deal.CloseDate is not null,
        "next_step" => !string.IsNullOrWhiteSpace(deal.NextStep),
        "next_step_date" => deal.NextStepDate is not null,
        "signed_date" => deal.SignedDate is not null,
        "loss_note" => !string.IsNullOrWhiteSpace(deal.LossNote),
        var own => deal.Fields.GetValueOrDefault(own) is { Length: > 0 } value && company.Fields.First(field => field.Key == own).Kind switch
        {
            FieldKind.YesNo => value == "yes",
            FieldKind.People => value.Split(", ").Length >= criterion.AtLeast,
            _ => true,
        },
    };

    /// <summary>Whether somebody agreed that the deal may be there without this; here one is always enough.</summary>
    private static bool IsLetThrough(Deal deal, StageId stage, string what, DateOnly day) => deal.Approvals.Any(approval =>
        approval.Request.Stage == stage && approval.Request.Waives.Contains(what) && approval.WithdrawnAt is null && day < approval.Request.Until && approval.Answers.Any() && approval.Answers.All(answer => answer.IsGiven));

    private static string? ReasonOf(DealEvent happened) => happened switch
    {
        DealEvent.StageChanged moved => moved.Reason,
        DealEvent.Won won => won.Reason,
        DealEvent.Reopened reopened => reopened.Reason,
        _ => null,
    };
}
