using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;

namespace RevBot.Intents.PickDeal;

/// <summary>"Update a deal", "log a loss": a change without a deal. Offers the form of that change with the deal to be picked first.</summary>
public sealed partial class PickDealIntent(DealDesk desk) : IIntent
{
    private const string Lead = @"^(?:(?:please|pls|hey|ok|okay|can i|can you|could you|let me|let's|i want to|i'd like to|i need to|i have to)[, ]+)*";
    private const string SomeDeal = @"(?:(?:an?|another|some|one of my|one of our) )?(?:deal|deals|opportunity|opp)";

    public IntentDescription Description { get; } = new(
        PickDealForm.Intent,
        "Pick a deal from your list to move it, update it or close it",
        ["update a deal", "move a deal", "log a loss"],
        Writes: true);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(utterance.Plain) is { } wish ? new Recognition(.97, wish) : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return DealDesk.PastRefusal(scene) is { } past ? DealDesk.Refuse(PickDealForm.Intent, past) : PickDealForm.Offer((PickDealWish)call, scene);
    }

    /// <summary>Null for any other sentence.</summary>
    public static PickDealWish? Read(string text) =>
        Losing().IsMatch(text) ? PickDealWish.Lose
        : Winning().IsMatch(text) ? PickDealWish.Win
        : Moving().IsMatch(text) ? PickDealWish.Move
        : Updating().IsMatch(text) ? PickDealWish.Update
        : null;

    [GeneratedRegex(Lead + @"(?:(?:log|record|report|enter|register) (?:an? |another )?(?:loss|(?:closed )?lost (?:deal|opportunity|opp))|lose an? (?:deal|opportunity|opp)|(?:mark|close|set) an? (?:deal|opportunity|opp) (?:as )?(?:closed )?lost)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Losing();

    [GeneratedRegex(Lead + @"(?:(?:log|record|report|enter|register) (?:an? |another )?(?:win|(?:closed )?won (?:deal|opportunity|opp))|win an? (?:deal|opportunity|opp)|(?:mark|close|set) an? (?:deal|opportunity|opp) (?:as )?(?:closed )?won)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Winning();

    [GeneratedRegex(Lead + "(?:(?:move|advance|progress) " + SomeDeal + "(?: (?:forward|along|on|to another stage))?|(?:change|update|set) (?:the |a )?stage(?: (?:of|for) " + SomeDeal + ")?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Moving();

    [GeneratedRegex(Lead + "(?:update|edit|change|modify) " + SomeDeal + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Updating();
}
