using System.Globalization;
using RevBot.Conversation.Turns;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Changes;

/// <summary>Ids of deals made here: <c>RB-12</c>, counted up, and never those of a CRM, whose own <c>D-12</c> a later import brings.</summary>
internal static class NewDealId
{
    private const string Prefix = "RB-";

    /// <summary>Numbers among which those who came too late choose theirs.</summary>
    private const int Apart = 50;

    /// <param name="whole">Everything there is: an id that somebody may not see is taken as well.</param>
    public static DealId After(PipelineSnapshot whole, TurnContext turn)
    {
        var last = 0;
        foreach (var deal in whole.Deals.Span)
        {
            last = Math.Max(last, NumberOf(deal.Id));
        }

        foreach (var removed in whole.RemovedDeals.Keys)
        {
            last = Math.Max(last, NumberOf(removed));
        }

        // Many at once would meet at the same next number again and again; each turn that was too late takes one of its own.
        var step = turn.Attempt <= 1 ? 1 : 1 + (turn.Turn.Id.Sum(letter => letter) % Apart);
        return new DealId(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{last + step}"));
    }

    /// <summary>0 for an id that was not given here.</summary>
    private static int NumberOf(DealId id) =>
        id.Value.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(id.Value.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
