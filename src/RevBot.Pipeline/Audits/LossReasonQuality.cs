using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Audits;

/// <summary>How much can be learned from the reasons that are given for losses: how many say why, how many say no more than Other, which reasons everybody gives and which nobody.</summary>
public sealed record LossReasonQuality
{
    /// <summary>Of fewer given reasons nothing is said but their count.</summary>
    public const int Few = 10;

    /// <summary>From so many given reasons on, one that nobody gave is told.</summary>
    public const int Many = 30;

    /// <summary>From this share of Other on, the list lacks a reason.</summary>
    private const decimal MuchOther = .1m;

    /// <summary>From this share of losses without a reason on, the others may not speak for them.</summary>
    private const decimal MuchUnexplained = .1m;

    /// <summary>A reason given so often tells nobody what to change.</summary>
    private const decimal Concentrated = .5m;

    private LossReasonQuality(int losses, IReadOnlyList<LossReasonCount> given, IReadOnlyList<LossReasonCount> unused) => (Losses, Given, Unused) = (losses, given, unused);

    /// <summary>All of them, with and without a reason.</summary>
    public int Losses { get; }

    /// <summary>The reasons that were given, each with its detail, the most given first.</summary>
    public IReadOnlyList<LossReasonCount> Given { get; }

    /// <summary>What people may choose and nobody chose; a reason without any of its details counts once.</summary>
    public IReadOnlyList<LossReasonCount> Unused { get; }

    /// <summary>Losses that say why.</summary>
    public int Explained => Given.Sum(one => one.Count);

    public int Others => CountOf(reason => reason.IsOther);

    /// <summary>Lost to a competitor, as against no decision: the one is a matter of rivals, the other of need and urgency.</summary>
    public int ToCompetitor => CountOf(reason => reason.AsksForCompetitor);

    /// <summary>The buyer bought nothing at all.</summary>
    public int NoDecision => CountOf(reason => reason.IsNoDecision);

    /// <summary>Reasons that <c>company.yaml</c> does not list (any more).</summary>
    public int Unlisted => Given.Where(one => one.Reason is null).Sum(one => one.Count);

    /// <summary>What matters most of it.</summary>
    public LossReasonFlaw Flaw =>
        Losses - Explained > 0 && Losses - Explained >= Losses * MuchUnexplained ? LossReasonFlaw.Unexplained
        : Explained < Few ? LossReasonFlaw.TooFew
        : Others >= Explained * MuchOther ? LossReasonFlaw.Other
        : Given[0].Count >= Explained * Concentrated ? LossReasonFlaw.Concentrated
        : Explained >= Many && Unused.Count > 0 ? LossReasonFlaw.Unused
        : LossReasonFlaw.None;

    /// <param name="deals">Any; those that are not lost are passed over.</param>
    public static LossReasonQuality Of(IEnumerable<Deal> deals, LossReasonCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var lost = deals.Where(deal => deal.Status == DealStatus.Lost).ToList();
        var given = lost.Where(deal => !string.IsNullOrWhiteSpace(deal.LossReason))
            .GroupBy(deal => (Reason: deal.LossReason?.ToUpperInvariant(), Detail: deal.LossDetail?.ToUpperInvariant()))
            .Select(group => CountOf(group.First().LossReason ?? "", group.First().LossDetail, group.Count(), catalog))
            .OrderByDescending(one => one.Count)
            .ThenBy(one => one.Name, StringComparer.Ordinal)
            .ToList();
        return new LossReasonQuality(lost.Count, given, [.. catalog.Reasons.SelectMany(reason => UnusedOf(reason, given))]);
    }

    private static LossReasonCount CountOf(string reasonKey, string? detailKey, int count, LossReasonCatalog catalog)
    {
        var reason = catalog.Find(reasonKey);
        var detail = reason?.Details.FirstOrDefault(known => string.Equals(known.Key, detailKey, StringComparison.OrdinalIgnoreCase));
        return new LossReasonCount(reason, detail, reason is null ? reasonKey : NameOf(reason, detail), count);
    }

    private static IEnumerable<LossReasonCount> UnusedOf(LossReason reason, List<LossReasonCount> given)
    {
        if (!given.Exists(one => one.Reason == reason))
        {
            return [new LossReasonCount(reason, null, reason.Name, 0)];
        }

        return reason.Details.Where(detail => !given.Exists(one => one.Reason == reason && one.Detail == detail)).Select(detail => new LossReasonCount(reason, detail, NameOf(reason, detail), 0));
    }

    private static string NameOf(LossReason reason, LossDetail? detail) => detail is null ? reason.Name : $"{reason.Name}: {detail.Name}";

    private int CountOf(Func<LossReason, bool> which) => Given.Where(one => one.Reason is { } reason && which(reason)).Sum(one => one.Count);
}
