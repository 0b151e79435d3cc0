namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>Which segments and regions of which stages have changed their pace, as of the beginning of a week.</summary>
/// <param name="AsOf">The week's first day: nothing since then is looked at, so that the week has one answer.</param>
/// <param name="Since">Stays begun on this day or later are held against those begun before.</param>
/// <param name="Found">What stands out from what chance shows in so many places; the surest first.</param>
/// <param name="LookedAt">How many parts of stages were looked at at once.</param>
/// <param name="TooFew">How many more have too little volume to say.</param>
public sealed record PartReport(DateOnly AsOf, DateOnly Since, IReadOnlyList<PartDrift> Found, int LookedAt, int TooFew);
