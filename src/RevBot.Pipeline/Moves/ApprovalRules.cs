using System.Collections.Immutable;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>Who may ask for an approval, who may give it, and what each takes.</summary>
public static class ApprovalRules
{
    /// <summary>Why it is asked for.</summary>
    public static readonly DealField Reason = new("approval_reason", "Reason", FieldKind.LongText, [], "Why this deal, and why now");

    /// <summary>The last day it is to hold is the one before.</summary>
    public static readonly DealField Until = new("approval_until", "Until", FieldKind.Date, [], "From this day on it does not hold any more");

    /// <summary>Why it is declined.</summary>
    public static readonly DealField Note = new("approval_note", "Why not", FieldKind.LongText, [], "What would have to change");

    /// <param name="wish">What is asked for; its reason may be blank and its last day the earliest day of all, where they were not said.</param>
    /// <param name="whole">The whole pipeline: approvers may be people whom the asker is not told of.</param>
    /// <param name="today">The company's date.</param>
    public static MoveDecision Ask(Deal deal, ApprovalWish wish, CompanyProfile company, PipelineSnapshot whole, DateOnly today, EventStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(deal);
        ArgumentNullException.ThrowIfNull(wish);
        if (Forbidden(deal, wish, company, today) is { } refusal)
        {
            return refusal;
        }

        var terms = company.Approvals.TermsOf(wish.Gate) ?? throw new InvalidOperationException("An approval without terms is forbidden.");
        var missing = new List<Requirement>();
        if (string.IsNullOrWhiteSpace(wish.Reason))
        {
            missing.Add(new Requirement(Reason, "Whoever approves it must know why", []));
        }

        if (wish.Until is null)
        {
            missing.Add(new Requirement(Until, "It needs a day on which it ends", []));
        }
        else if (wish.Until <= today || wish.Until > today.AddDays(terms.Days))
        {
            return new MoveDecision.Refused($"Until {Sentence.Day(wish.Until.Value)} is {(wish.Until <= today ? "not in the future" : $"more than {terms.Days} days ahead")}. Give a day from {Sentence.Day(today.AddDays(1))} to {Sentence.Day(today.AddDays(terms.Days))}.", Until.Key);
        }

        if (missing.Count > 0)
        {
            return new MoveDecision.Incomplete(missing);
        }

        var (approvers, whoIsMissing) = Approvers(deal, terms, wish.IsException, whole, stamp.By);
        if (whoIsMissing is not null)
        {
            return new MoveDecision.Refused(whoIsMissing);
        }

        var request = new ApprovalRequest
        {
            Gate = wish.Gate,
            Stage = wish.Stage,
            Waives = wish.Waives,
            Bound = wish.Bound,
            Facts = wish.Facts,
            Reason = (wish.Reason ?? "").Trim(),
            Until = wish.Until ?? default,
            Manner = terms.Manner,
            Approvers = approvers,
        };
        var asked = new DealEvent.ApprovalAsked(request) { Deal = deal.Id, Stamp = stamp };

        // Who may let deals through does so by asking.
        var own = wish.IsException ? new Approval(deal.Approvals.Length + 1, request, stamp.By, stamp.At).Waiting(today).Where(place => stamp.By is { } by && approvers[place].People.Contains(by)).ToList() : [];
        return own.Count == 0
            ? new MoveDecision.Accepted([asked])
            : new MoveDecision.Accepted([asked, new DealEvent.ApprovalAnswered(deal.Approvals.Length + 1, own[0], true, null) { Deal = deal.Id, Stamp = stamp }]);
    }

    /// <param name="number">Which of the deal's approvals.</param>
    /// <param name="note">Why; needed to decline.</param>
    /// <param name="snapshot">Where people are named from.</param>
    public static MoveDecision Answer(Deal deal, int number, bool isGiven, string? note, PipelineSnapshot snapshot, DateOnly today, EventStamp stamp)
    {
        if (Find(deal, number) is not { } approval)
        {
            return Unknown(deal);
        }

        if (Over(deal, approval, snapshot, today) is { } over)
        {
            return over;
        }

        var mine = Enumerable.Range(0, approval.Request.Approvers.Length).Where(place => stamp.By is { } by && approval.Request.Approvers[place].People.Contains(by)).ToList();
        if (mine.Count == 0)
        {
            return new MoveDecision.Refused($"This is for {Names(approval.Request.Approvers, snapshot)} to answer.");
        }

        var waiting = approval.Waiting(today);
        if (mine.Intersect(waiting).ToList() is not [var place, ..])
        {
            return mine.TrueForAll(one => approval.Answers.Any(answer => answer.Place == one))
                ? new MoveDecision.Refused($"You have answered this already. It waits for {Names(waiting.Select(one => approval.Request.Approvers[one]), snapshot)}.")
                : new MoveDecision.Refused($"It is not your turn yet: {Names(waiting.Select(one => approval.Request.Approvers[one]), snapshot)} must answer first.");
        }

        return !isGiven && string.IsNullOrWhiteSpace(note)
            ? new MoveDecision.Incomplete([new Requirement(Note, "Whoever asked must know why not", [])])
            : new MoveDecision.Accepted([new DealEvent.ApprovalAnswered(number, place, isGiven, string.IsNullOrWhiteSpace(note) ? null : note.Trim()) { Deal = deal.Id, Stamp = stamp }]);
    }

    /// <summary>Takes back what was asked, given or not: who asked may, and whoever may change the deal.</summary>
    public static MoveDecision Withdraw(Deal deal, int number, PipelineSnapshot snapshot, DateOnly today, EventStamp stamp) => Find(deal, number) switch
    {
        null => Unknown(deal),
        { } approval when approval.StateOn(today) is not (ApprovalState.Waiting or ApprovalState.Given) => Over(deal, approval, snapshot, today) ?? Unknown(deal),
        _ => new MoveDecision.Accepted([new DealEvent.ApprovalWithdrawn(number) { Deal = deal.Id, Stamp = stamp }]),
    };

    /// <summary>The approval of a deal by its number; null for one it does not have.</summary>
    public static Approval? Find(Deal deal, int number)
    {
        ArgumentNullException.ThrowIfNull(deal);
        return number >= 1 && number <= deal.Approvals.Length ? deal.Approvals[number - 1] : null;
    }

    /// <summary>The request for this stage that still waits for an answer; null where there is none.</summary>
    public static Approval? Waiting(Deal deal, StageId stage, string? gate, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(deal);
        return deal.Approvals.LastOrDefault(approval => approval.Request.Stage == stage && approval.Request.Gate == gate && approval.StateOn(today) == ApprovalState.Waiting);
    }

    private static MoveDecision.Refused? Forbidden(Deal deal, ApprovalWish wish, CompanyProfile company, DateOnly today)
    {
        var stage = company.Process.NameOf(wish.Stage);
        if (company.Approvals.TermsOf(wish.Gate) is null)
        {
            return new MoveDecision.Refused(wish.IsException ? $"{company.Name} lets no deal through: {stage} needs what it asks for." : $"There is no approval “{wish.Gate}” any more. Make the move again.");
        }

        if (wish.IsException && wish.Waives.IsEmpty)
        {
            return new MoveDecision.Refused($"Nothing keeps {deal.Name} from {stage} that an exception could waive.");
        }

        return Waiting(deal, wish.Stage, wish.Gate, today) is { } open
            ? new MoveDecision.Refused($"It was asked for already, on {Sentence.Day(company.Work.DateAt(open.AskedAt))}, and waits for an answer until {Sentence.Day(open.Request.Until)}.")
            : null;
    }

    /// <summary>Everybody the terms name, as they are today. A gate is never opened by whoever asks; an exception is, by who has the right.</summary>
    private static (ImmutableArray<Approver> Approvers, string? Problem) Approvers(Deal deal, ApprovalTerms terms, bool isException, PipelineSnapshot whole, PersonId? asker)
    {
        var found = ImmutableArray.CreateBuilder<Approver>();
        foreach (var name in terms.Approvers)
        {
            var people = ApproverDirectory.Find(name, deal.Owner, whole);
            if (!isException && asker is { } by)
            {
                people = people.Remove(by);
            }

            if (!people.IsEmpty)
            {
                found.Add(new Approver(name, people));
            }
            else if (terms.Manner != ApprovalManner.Any)
            {
                return ([], $"Nobody but you stands for “{name}”, who must approve this. Ask operations to name another approver in company.yaml (approvals).");
            }
        }

        return found.Count > 0 ? (found.ToImmutable(), null) : ([], $"Nobody stands for {Sentence.Any([.. terms.Approvers])}, who may approve this. Ask operations to name an approver in company.yaml (approvals).");
    }

    private static MoveDecision.Refused? Over(Deal deal, Approval approval, PipelineSnapshot snapshot, DateOnly today) => approval.StateOn(today) switch
    {
        ApprovalState.Waiting => null,
        ApprovalState.Given => new MoveDecision.Refused($"It has been approved already{By(approval.Answers[^1].By, snapshot)}, until {Sentence.Day(approval.Request.Until)}."),
        ApprovalState.Declined => new MoveDecision.Refused($"It has been declined already{By(approval.Answers[^1].By, snapshot)}: {approval.Answers[^1].Note}"),
        ApprovalState.Withdrawn => new MoveDecision.Refused($"It has been taken back{By(approval.AskedBy, snapshot)}."),
        _ => new MoveDecision.Refused($"It ended on {Sentence.Day(approval.Request.Until)}. {deal.Name} needs a new request."),
    };

    private static MoveDecision.Refused Unknown(Deal deal) => new($"{deal.Name} has no such request.");

    private static string By(PersonId? person, PipelineSnapshot snapshot) => person is { } id && snapshot.People.TryGetValue(id, out var known) ? $" by {known.Name}" : "";

    private static string Names(IEnumerable<Approver> approvers, PipelineSnapshot snapshot) => Sentence.List([.. approvers.Select(approver => NameOf(approver, snapshot))]);

    /// <summary>"Maria Rossi", "operations": one person by name, several by what they are.</summary>
    public static string NameOf(Approver approver, PipelineSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(approver);
        ArgumentNullException.ThrowIfNull(snapshot);
        return approver.People is [var only] && snapshot.People.TryGetValue(only, out var person) ? person.Name : approver.Name == ApproverDirectory.Manager ? "the owner's manager" : approver.Name;
    }
}
