using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Calendar;

namespace RevBot.Pipeline.Bridge;

/// <summary>How the open pipeline came from what it was to what it is: opening and all steps add up to closing, to the cent.</summary>
/// <param name="Window">Expected close dates that are looked at; null for all.</param>
/// <param name="IsConverted">True when amounts were converted to the company's currency: both ends at the rates of the closing.</param>
public sealed record PipelineBridge(
    DateTimeOffset From,
    DateTimeOffset To,
    Period? Window,
    decimal Opening,
    int OpeningDeals,
    decimal Closing,
    int ClosingDeals,
    IReadOnlyList<BridgeStep> Steps,
    IReadOnlyList<Exclusion> Excluded,
    bool IsConverted);
