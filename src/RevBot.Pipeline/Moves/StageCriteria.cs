using System.Globalization;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>Holds deals against what the process asks for in their stage: what they lack, and what an edit or an undo may not take away.</summary>
/// <param name="snapshot">Where accounts are looked up: a deal without a segment or region has its account's.</param>
/// <param name="today">The company's date.</param>
public sealed class StageCriteria(CompanyProfile company, PipelineSnapshot snapshot, DateOnly today)
{
    private readonly Lazy<Criterion[][]> _upTo = new(() => UpToEach(company.Process));

    /// <summary>What the deal's stage and those before it ask for and it has not; nothing for a deal that goes by the rules.</summary>
    public IReadOnlyList<DealField> Missing(Deal deal)
    {
        ArgumentNullException.ThrowIfNull(deal);
        var missing = new List<DealField>();
        foreach (var criterion in company.Process.PositionOf(deal.Stage) is >= 0 and var position ? _upTo.Value[position] : [])
        {
            if (IsLacking(criterion, deal) && FieldCatalog.Find(company, criterion.Field) is { Key: not DealFields.Note } field && !missing.Exists(known => known.Key == field.Key))
            {
                missing.Add(field);
            }
        }

        return missing;
    }

    /// <summary>True when the criterion is asked of the deal and the deal does not have it, and nobody has let it through without.</summary>
    internal bool IsLacking(Criterion criterion, Deal deal) => !IsMet(criterion, deal) && criterion.When?.Holds(deal, snapshot, company, today) != false && !deal.IsWaived(criterion.Field, today);

    /// <summary>What the deal's stage asks for after a change and the deal no longer has, though it had it, or it was not asked for, before.</summary>
    internal IEnumerable<Criterion> Broken(Deal before, Deal after) =>
        company.Process.Find(after.Stage) is { } stage
            ? company.Process.EntryOf(stage).Concat(OfClosing(after))
                .Where(criterion => IsLacking(criterion, after) && (before.Stage != after.Stage || !IsLacking(criterion, before)) && FieldCatalog.Find(company, criterion.Field) is { Key: not DealFields.Note })
            : [];

    internal DealField FieldOf(Criterion criterion) => FieldCatalog.Find(company, criterion.Field) ?? new DealField(criterion.Field, criterion.Field, FieldKind.Text, []);

    /// <summary>"a budget", "at least 2 contacts", "quote sent to be yes (over 50,000 USD, Enterprise)".</summary>
    internal string What(Criterion criterion)
    {
        var field = FieldOf(criterion);
        var what = field.Kind switch
        {
            FieldKind.YesNo => $"{Sentence.InMidSentence(field.Label)} to be yes",
            FieldKind.People when criterion.AtLeast > 1 => string.Create(CultureInfo.InvariantCulture, $"at least {criterion.AtLeast} {Sentence.InMidSentence(field.Label)}"),
            _ => Sentence.WithArticle(field.Label),
        };
        return criterion.When is { } condition ? $"{what} ({WhenOf(condition)})" : what;
    }

    private static Criterion[][] UpToEach(SalesProcess process)
    {
        var left = new List<Criterion>();
        var upTo = new Criterion[process.Stages.Count][];
        foreach (var (place, stage) in process.Stages.Index())
        {
            upTo[place] = [.. left, .. process.EntryOf(stage)];
            left.AddRange(stage.RequiredToEnter.Concat(stage.RequiredToLeave));
        }

        return upTo;
    }

    /// <summary>What the loss reason asked for besides, and what won it.</summary>
    private IEnumerable<Criterion> OfClosing(Deal deal)
    {
        if (deal.Status == DealStatus.Won && company.WinReasons.Count > 0)
        {
            yield return DealFields.WinReason;
        }

        if (deal is not { Status: DealStatus.Lost, LossReason: { } key } || company.LossReasons.Find(key) is not { } reason)
        {
            yield break;
        }

        if (reason.Details.Count > 0)
        {
            yield return DealFields.LossDetail;
        }

        if (reason.IsNoteMandatory)
        {
            yield return DealFields.LossNote;
        }

        if (reason.AsksForCompetitor)
        {
            yield return DealFields.Competitor;
        }
    }

    private bool IsMet(Criterion criterion, Deal deal)
    {
        if (criterion.Field == DealFields.Amount)
        {
            return deal.Amount is { Amount: > 0 };
        }

        var value = DealValues.Of(deal, criterion.Field);
        return !string.IsNullOrWhiteSpace(value)
            && (criterion.AtLeast <= 1 || NameList.CountOf(value) >= criterion.AtLeast)
            && (YesNo.Read(value) != YesNo.No || FieldCatalog.Find(company, criterion.Field)?.Kind != FieldKind.YesNo);
    }

    private string WhenOf(DealCondition condition)
    {
        var parts = new List<string>();
        if (condition.AmountAtLeast is { } least)
        {
            parts.Add($"from {Money(least)} on");
        }

        if (condition.AmountOver is { } over)
        {
            parts.Add($"over {Money(over)}");
        }

        parts.AddRange(new[] { condition.Segments, condition.Regions, condition.DealTypes }.Where(names => names.Count > 0).Select(names => string.Join(" or ", names)));
        return string.Join(", ", parts);
    }

    private string Money(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"{amount:#,0.##} {company.Currency}");
}
