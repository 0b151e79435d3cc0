using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.WhoChanged;

/// <summary>"Who changed the close date of Acme?": answered from the deal's history, which holds every change with who made it, when and through which door.</summary>
public sealed partial class WhoChangedIntent(DealDesk desk, DealSlot deals, FieldLexicon fields, IPipelineReader reader) : IIntent
{
    public const string Name = "who-changed";

    /// <summary>A longer one tells a story.</summary>
    private const int LongestSentence = 160;

    private static readonly Dictionary<string, string> OfVerb = new(StringComparer.Ordinal)
    {
        ["moved"] = DealFields.Stage,
        ["reopened"] = DealFields.Stage,
        ["paused"] = DealFields.PausedUntil,
        ["resumed"] = DealFields.PausedUntil,
        ["reassigned"] = DealFields.Owner,
        ["handed over"] = DealFields.Owner,
        ["took over"] = DealFields.Owner,
    };

    public IntentDescription Description { get; } = new(
        Name,
        "See who changed a deal, when, from what to what",
        ["Who changed the close date of Acme?", "Who moved Acme to Proposal?", "When was the owner of Globex changed, by whom?", "Who changed what on Initech?"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (utterance.Plain.Length > LongestSentence || !Asks().IsMatch(utterance.Plain))
        {
            return null;
        }

        var scene = await desk.OpenAsync(context, cancellationToken);
        var wishes = WhoChangedParser.Parse(utterance.Plain).Select(call => Read(call, scene)).OfType<WhoChangedWish>().ToList();
        return wishes.Find(wish => Find(wish, scene) is not DealMatch.None) is { } found ? new Recognition(.99, found)
            : wishes is [var unknown, ..] && !Many().IsMatch(unknown.Call.DealWords) ? new Recognition(.75, unknown)
            : null;
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var wish = (WhoChangedWish)call;
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (scene.Person is null)
        {
            return Refusal.Stranger(Name, context.Profile);
        }

        var words = wish.Call.DealWords;
        switch (Find(wish, scene))
        {
            case DealMatch.One { Exact: true, Deal: var deal }:
                if (wish.Field is { } asked && LimitedPipeline.Withholds(deal, asked, scene.Company))
                {
                    return Refusal.Of(Name, $"The {ChangeLines.LabelOf(asked, scene).ToLowerInvariant()} of {deal.Name} is not shown to you.", []);
                }

                var history = LimitedPipeline.Shown(await reader.GetHistoryAsync(deal.Id, cancellationToken), deal, scene.Company);
                return WhoChangedCard.Of(wish, deal, [.. history.Where(happened => happened.Stamp.At <= context.Now)], scene);
            case DealMatch.One { Deal: var near }:
                return DealQuestions.Which(Name, $"I know no “{words}”. Do you mean this one?", [near], wish.Call.For, scene);
            case DealMatch.Several several:
                return DealQuestions.Which(Name, $"Which “{words}” do you mean?", several.Deals, wish.Call.For, scene);
            default:
                return Refusal.Of(Name, $"I know no deal or account called “{words}”. Check the name, or write the deal's id after a #.", []);
        }
    }

    /// <summary>What is asked after; null when the words name no field and no stage.</summary>
    private WhoChangedWish? Read(WhoChangedCall call, WriteContext scene)
    {
        if (call.StageWords is { } words)
        {
            return StageSlot.Read(words, scene.Company.Process) is [var stage] ? new WhoChangedWish(call, DealFields.Stage, stage.Id) : null;
        }

        if (call.FieldWords is not { } named)
        {
            return new WhoChangedWish(call, OfVerb.GetValueOrDefault(call.Verb), null);
        }

        if (Stage().IsMatch(named))
        {
            return new WhoChangedWish(call, DealFields.Stage, null);
        }

        if (PauseWords().IsMatch(named))
        {
            return new WhoChangedWish(call, DealFields.PausedUntil, null);
        }

        return fields.FindAll(named, 0, scene.Company) is [{ Start: 0, End: var end, Field: var field }] && end == named.Length ? new WhoChangedWish(call, field.Key, null) : null;
    }

    private DealMatch Find(WhoChangedWish wish, WriteContext scene) => deals.Find(wish.Call.DealWords, scene.Snapshot, scene.Company, scene.Person?.Id);

    /// <summary>A cheap look before the sentence is taken apart.</summary>
    [GeneratedRegex(@"\b(?:who|whom|when)\b.*\b(?:chang|edit|updat|alter|modif|set|touch|mov|push|pull|adjust|rais|increas|lower|reduc|cut|enter|wr[io]t|put|fill|remov|clear|delet|advanc|progress|took|tak|brought|drag|sent|shift|promot|reopen|paus|resum|reassign|hand|did)|\bwhat\b.*\b(?:changed|edited|updated)\b.*\b(?:whom|who)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^(?:deal |sales |pipeline )?(?:stage|status|phase)$", RegexOptions.CultureInvariant)]
    private static partial Regex Stage();

    [GeneratedRegex(@"^(?:pause|review date|pause date)$", RegexOptions.CultureInvariant)]
    private static partial Regex PauseWords();

    /// <summary>"Who changed the close date of most deals" asks for a figure.</summary>
    [GeneratedRegex(@"\b(?:deals|opportunities|opps|most|all|any|every|each|our|my|their|the most|how many|pipeline)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Many();
}
