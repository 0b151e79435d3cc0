using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Columns;

/// <summary>Reads a deal by dimension and by field. Segment and region are the account's where the deal has none of its own; team and manager are the owner's.</summary>
internal static class DealKeys
{
    /// <summary>The deal's value of any dimension but time; null or empty when it has none.</summary>
    public static string? Of(Deal deal, Dimension dimension, PipelineSnapshot snapshot) => dimension switch
    {
        Dimension.Owner => deal.Owner?.Value,
        Dimension.Team => snapshot.OwnerOf(deal)?.Team,
        Dimension.Manager => snapshot.OwnerOf(deal)?.Manager?.Value,
        Dimension.Stage => deal.Stage.Value,
        Dimension.StageGroup => deal.Status switch { DealStatus.Open => "open", DealStatus.Won => "won", _ => "lost" },
        Dimension.Source => deal.Source,
        Dimension.Segment => snapshot.SegmentOf(deal),
        Dimension.Region => deal.Region ?? snapshot.AccountOf(deal)?.Region,
        Dimension.Industry => snapshot.AccountOf(deal)?.Industry,
        Dimension.Account => deal.Account?.Value,
        Dimension.Product => deal.Product,
        Dimension.DealType => deal.DealType,
        Dimension.ForecastCategory => deal.ForecastCategory,
        Dimension.LossReason => deal.LossReason,
        Dimension.Competitor => deal.Competitor,
        Dimension.Currency => deal.Amount?.Currency,
        _ => null,
    };

    /// <summary>True when the deal has nothing in a field of <see cref="DealFields"/> or of the company.</summary>
    public static bool IsMissing(Deal deal, string field, PipelineSnapshot snapshot) => field switch
    {
        DealFields.Owner => deal.Owner is null,
        DealFields.Account => deal.Account is null,
        DealFields.Amount => deal.Amount is null,
        DealFields.CloseDate => deal.CloseDate is null,
        DealFields.SignedDate => deal.SignedDate is null,
        DealFields.NextStepDate => deal.NextStepDate is null,
        DealFields.Stage => false,
        DealFields.Name => string.IsNullOrWhiteSpace(deal.Name),
        DealFields.Source => string.IsNullOrWhiteSpace(deal.Source),
        DealFields.DealType => string.IsNullOrWhiteSpace(deal.DealType),
        DealFields.Segment => string.IsNullOrWhiteSpace(Of(deal, Dimension.Segment, snapshot)),
        DealFields.Region => string.IsNullOrWhiteSpace(Of(deal, Dimension.Region, snapshot)),
        DealFields.Product => string.IsNullOrWhiteSpace(deal.Product),
        DealFields.ForecastCategory => string.IsNullOrWhiteSpace(deal.ForecastCategory),
        DealFields.NextStep => string.IsNullOrWhiteSpace(deal.NextStep),
        DealFields.Competitor => string.IsNullOrWhiteSpace(deal.Competitor),
        DealFields.LossReason => string.IsNullOrWhiteSpace(deal.LossReason),
        DealFields.LossDetail => string.IsNullOrWhiteSpace(deal.LossDetail),
        DealFields.LossNote => string.IsNullOrWhiteSpace(deal.LossNote),
        _ => string.IsNullOrWhiteSpace(deal.Fields.GetValueOrDefault(field)),
    };
}
