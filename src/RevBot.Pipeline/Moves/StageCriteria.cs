using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>Guards what the stage a deal is in asked for when it was entered: a later edit or undo may not take it away again.</summary>
internal static class StageCriteria
{
    /// <summary>The first field that the stage of <paramref name="after"/> demands and that <paramref name="after"/> no longer has, though <paramref name="before"/> had it or was in another stage.</summary>
    public static DealField? FirstLost(Deal before, Deal after, CompanyProfile company)
    {
        if (company.Process.Find(after.Stage) is not { } stage)
        {
            return null;
        }

        foreach (var key in stage.RequiredToEnter.Concat(OfLoss(after, company)))
        {
            if (!Has(after, key) && (before.Stage != after.Stage || Has(before, key)) && FieldCatalog.Find(company, key) is { Key: not DealFields.Note } field)
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>What the deal's stage and those before it ask for and it has not; nothing for a deal that goes by the rules.</summary>
    public static IReadOnlyList<DealField> Missing(Deal deal, CompanyProfile company)
    {
        var position = company.Process.PositionOf(deal.Stage);
        var missing = new List<DealField>();
        for (var place = 0; place <= position; place++)
        {
            var stage = company.Process.Stages[place];
            foreach (var key in place < position ? stage.RequiredToEnter.Concat(stage.RequiredToLeave) : stage.RequiredToEnter)
            {
                if (!Has(deal, key) && FieldCatalog.Find(company, key) is { Key: not DealFields.Note } field && !missing.Contains(field))
                {
                    missing.Add(field);
                }
            }
        }

        return missing;
    }

    public static string NameOf(Deal deal, CompanyProfile company) => company.Process.NameOf(deal.Stage);

    /// <summary>What the loss reason asked for besides.</summary>
    private static IEnumerable<string> OfLoss(Deal deal, CompanyProfile company)
    {
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

    private static bool Has(Deal deal, string key) =>
        key == DealFields.Amount ? deal.Amount is { Amount: > 0 } : !string.IsNullOrWhiteSpace(DealValues.Of(deal, key));
}
