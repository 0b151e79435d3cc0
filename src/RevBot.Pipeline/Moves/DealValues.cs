using System.Globalization;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Moves;

/// <summary>Reads any field of a deal by its name, in the canonical text that facts and edits are written in.</summary>
public static class DealValues
{
    /// <summary>The value, or null when the deal has none. Segment and region are the deal's own, not its account's; a note is an event and never a value.</summary>
    public static string? Of(Deal deal, string key) => key switch
    {
        DealFields.Name => deal.Name,
        DealFields.Account => deal.Account?.Value,
        DealFields.Owner => deal.Owner?.Value,
        DealFields.Stage => deal.Stage.Value,
        DealFields.Amount => deal.Amount is { } money ? Canonical(money) : null,
        DealFields.CloseDate => Canonical(deal.CloseDate),
        DealFields.SignedDate => Canonical(deal.SignedDate),
        DealFields.Source => deal.Source,
        DealFields.DealType => deal.DealType,
        DealFields.Segment => deal.Segment,
        DealFields.Region => deal.Region,
        DealFields.Product => deal.Product,
        DealFields.ForecastCategory => deal.ForecastCategory,
        DealFields.NextStep => deal.NextStep,
        DealFields.NextStepDate => Canonical(deal.NextStepDate),
        DealFields.Competitor => deal.Competitor,
        DealFields.LossReason => deal.LossReason,
        DealFields.LossDetail => deal.LossDetail,
        DealFields.LossNote => deal.LossNote,
        DealFields.Note => null,
        _ => deal.Fields.GetValueOrDefault(key),
    };

    /// <summary>The number in a field; of money without its currency. Null when there is none.</summary>
    public static decimal? NumberOf(Deal deal, string key) =>
        Of(deal, key) is { } text && decimal.TryParse(text.Split(' ', 2)[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An ISO date.</summary>
    public static string Canonical(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"80000 USD": an invariant number and its currency.</summary>
    public static string Canonical(Money money) => string.Create(CultureInfo.InvariantCulture, $"{money.Amount:0.##} {money.Currency}");

    private static string? Canonical(DateOnly? day) => day is { } value ? Canonical(value) : null;
}
