using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;

namespace RevBot.Intents.UndoLastChange;

/// <summary>Whose last change is to be taken back.</summary>
/// <param name="DealWords">The deal, or the lead where <paramref name="IsLead"/>; null for the last thing that was changed here.</param>
/// <param name="Field">Key of the field it must have changed; null for any.</param>
/// <param name="FieldWords">How the field was called.</param>
/// <param name="By">Who must have made it, in the words that were said; null for anybody.</param>
/// <param name="IsLead">True where a lead is meant.</param>
internal sealed record UndoCall(string? DealWords, string? Field = null, string? FieldWords = null, string? By = null, bool IsLead = false)
{
    /// <summary>The same wish about this deal, by its id.</summary>
    public string For(Deal deal) => By is not null ? $"undo what {By} did to #{deal.Id}" : $"undo the last change {(FieldWords is null ? "" : $"of the {FieldWords} ")}of #{deal.Id}";

    /// <summary>The same wish about this lead, by its id.</summary>
    public string For(Lead lead) => By is not null ? $"undo what {By} did to lead #{lead.Id}" : $"undo the last change to lead #{lead.Id}";
}
