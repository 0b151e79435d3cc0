using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask;
using RevBot.Intents.Changes;

namespace RevBot.Intents.PickDeal;

/// <summary>"Update a deal", "log a loss": a change without a deal. Offers the form of that change with the deal to be picked first.</summary>
public sealed partial class PickDealIntent(DealDesk desk, QuestionReader questions) : IIntent
{
    private const string Lead = @"^(?:(?:please|pls|hey|hi|hello|ok|okay|so|now|just|well|can i|can we|can you|could you|could i|could we|would you|will you|may i|help me|let me|let us|let's|lets|time to|i|we|i'm here to|(?:i|we)(?:'d| would) (?:like|love|want)(?: you)? to|(?:i|we) (?:want|wanna|need|have|got|gotta|ought|wish|must|should|am going|are going)(?: you)?(?: to)?|i'm going to|i'm trying to|is it possible to|want to|wanna|need to|have to|gotta|go ahead and|quickly|also|then|and)[, ]+)*";
    private const string Any = @"(?:(?:an?|another|some|any|my|our|one|one more|one of(?: (?:my|our|the|those|these))?|some of (?:my|our|the)|a (?:couple|few) of (?:my|our|the)) )?(?:(?:open|existing|current|big|small) )?";
    private const string SomeDeal = Any + "(?:deal|deals|opportunity|opportunities|opp|opps)";
    private const string Tail = @"(?: (?:of mine|in the (?:crm|system|pipeline)|in here|here|please|pls|now|today|for me|quickly|real quick|that (?:we|i) have))*$";

    public IntentDescription Description { get; } = new(
        PickDealForm.Intent,
        "Pick a deal from your list to move it, update it or close it",
        ["update a deal", "move a deal", "log a loss"],
        Writes: true);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var wish = Read(utterance.Plain) ?? (await questions.MeantAsync(utterance, context, cancellationToken) is { } meant ? Read(meant.Plain) : null);
        return wish is { } read ? new Recognition(.97, read) : null;
    }

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

    [GeneratedRegex(Lead + @"(?:(?:log|record|report|enter|register|note|add|file|book|capture|put in|mark) (?:(?:an?|another|the|my|our|one|some) )?(?:loss|(?:closed[ -]?)?lost (?:deal|opportunity|opp|one))|lose (?:an?|one of (?:my|our)) (?:deal|opportunity|opp|deals)|(?:mark|close|set|move|put|flag|change|log|record) " + SomeDeal + @" (?:to |as |as a |in )*(?:closed[ -]?)?(?:lost|loss)|(?:just )?lost (?:an?|one of (?:my|our)) (?:deal|opportunity|opp|deals)(?: today| just now)?)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Losing();

    [GeneratedRegex(Lead + @"(?:(?:log|record|report|enter|register|note|add|file|book|capture|put in|mark) (?:(?:an?|another|the|my|our|one|some) )?(?:win|(?:closed[ -]?)?won (?:deal|opportunity|opp|one))|win (?:an?|one of (?:my|our)) (?:deal|opportunity|opp|deals)|(?:mark|close|set|move|put|flag|change|log|record) " + SomeDeal + @" (?:to |as |as a |in )*(?:closed[ -]?)?(?:won|win)|(?:just )?won (?:an?|one of (?:my|our)) (?:deal|opportunity|opp|deals)(?: today| just now)?)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Winning();

    [GeneratedRegex(Lead + "(?:(?:move|advance|progress|shift|push) " + SomeDeal + "(?: (?:forward|along|on|ahead|to (?:another|a new|the next|a different) stage))?|(?:change|update|set) (?:the |a )?stage(?: (?:of|for|on) " + SomeDeal + ")?|(?:change|update|set) " + Any + "(?:deal|opportunity|opp)'?s? stage)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Moving();

    [GeneratedRegex(Lead + "(?:(?:update|edit|change|modify|amend|correct|fix|adjust|make (?:a change|changes|an update|an edit) (?:to|on|in)|make an? (?:change|edit|update) to) " + SomeDeal + "|(?:update|edit|change|modify|correct|fix|adjust|set) (?:the |an? )?(?:amount|value|size|close date|closing date|date|next step|owner|details|fields|info|information|data|record) (?:of|for|on|in) " + SomeDeal + "|(?:update|edit|change|modify|correct|fix|adjust|set) " + Any + "(?:deal|opportunity|opp)'?s? (?:amount|value|size|close date|closing date|date|next step|owner|details|fields|info|record))" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Updating();
}
