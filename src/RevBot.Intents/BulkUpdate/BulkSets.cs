using System.Text.RegularExpressions;
using RevBot.Conversation.Turns;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.ListDeals;
using RevBot.Intents.Slots;
using RevBot.Intents.StalledDeals;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.BulkUpdate;

/// <summary>Finds the deals words stand for, read as a list of deals is read: "all my December deals", "Jonas' deals in EMEA", "my stalled deals", "these" behind a list that was shown.</summary>
public sealed partial class BulkSets(QuestionReader reader, DealListQuery deals, DealSlot names)
{
    /// <summary>Null when the words stand for no deals at all.</summary>
    internal async ValueTask<BulkSet?> FindAsync(string words, TurnContext context, CancellationToken cancellationToken)
    {
        var said = words.Trim();
        if (said.Length == 0)
        {
            return null;
        }

        if (These().IsMatch(said))
        {
            return await ShownAsync(context, cancellationToken);
        }

        if (!Deals().IsMatch(said))
        {
            return null;
        }

        var text = Quantity().Replace(said, "");
        var asked = await reader.ReadAsync($"list {text}", context, cancellationToken);
        if (text == said && !Own().IsMatch(said) && names.Find(said, asked.Snapshot, asked.Company, asked.Me?.Id) is DealMatch.One { Exact: true })
        {
            // "Acme Renewals" is what one deal is called.
            return null;
        }

        return asked.Reading switch
        {
            QuestionReading.Understood { Shape: QuestionShape.DealList } => Listed(asked, context),
            QuestionReading.Unclear unclear => new BulkSet.Unclear(unclear.Question, [.. unclear.Choices.Select(choice => choice with { Utterance = Lead().Replace(choice.Utterance, "") })]),
            _ when StallSearch.Stuck().IsMatch(said) => Stalled(asked, [text]),
            QuestionReading.Refused refused => new BulkSet.Unknown(refused.Reason),
            _ => null,
        };
    }

    /// <summary>Those of the list or the answer that was shown last.</summary>
    private async ValueTask<BulkSet?> ShownAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Memory.Recall(AskIntent.MemoryKey, context.Now) is { } remembered && AskedText.Parse(remembered) is { } text)
        {
            return await reader.ReadAgainAsync(text, context, cancellationToken) is { Reading: QuestionReading.Understood } asked ? Listed(asked, context) : null;
        }

        return context.Memory.Recall(StalledDealsIntent.MemoryKey, context.Now) is { } stalled
            ? Stalled(await reader.ReadAsync(stalled, context, cancellationToken), QuestionThread.Split(stalled))
            : new BulkSet.Unknown("I have shown no list here lately. Name them, or list them first.");
    }

    private BulkSet.Found? Listed(AskedQuestion asked, TurnContext context) =>
        deals.Find(asked) is var (listing, reading)
            ? new BulkSet.Found([.. listing.Deals], reading, new AskedText(asked.Me?.Id ?? default, context.Now, asked.IsAsOf, asked.Text) is { FitsButton: true } text ? text.ToString() : null)
            : null;

    private BulkSet Stalled(AskedQuestion asked, IReadOnlyList<string> thread)
    {
        var scope = StallSearch.ScopeOf(asked, reader, thread);
        if (scope.Unclear is { } unclear)
        {
            return new BulkSet.Unclear(unclear.Question, unclear.Choices);
        }

        var found = StallSearch.Find(scope, asked).Stalls.Select(stall => asked.Snapshot.Find(stall.Deal)).OfType<Deal>().ToList();
        return new BulkSet.Found(found, $"Stalled deals {scope.WordsIn(asked.Company.Currency)}".TrimEnd(), null);
    }

    [GeneratedRegex(@"^(?:all (?:of )?)?(?:the )?(?:these|those|them|this list|that list|the list)(?: (?:all|deals|opportunities|opps|ones))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex These();

    [GeneratedRegex(@"\b(?:deals?|opportunit(?:y|ies)|opps?|renewals?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deals();

    /// <summary>"All of", "every one of": a list has them all.</summary>
    [GeneratedRegex(@"^(?:all|every one|each|every|each one|both)(?: of)? ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quantity();

    [GeneratedRegex("^(?:my|our|the|any) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex("^list ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();
}
