using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.UndoLastChange;

/// <summary>"Undo": the last thing this person had written in this conversation. "Undo the last change to Acme", "undo what Maria did to Acme": what was changed last on a deal, in one of its fields, or on a lead, by somebody.</summary>
public sealed partial class UndoLastChangeIntent(DealDesk desk, ChangeUndo undo, LeadUndo leads, DealSlot deals, OwnerSlot people, FieldLexicon fields) : IIntent
{
    /// <summary>Where nothing was changed here, an answer may be meant.</summary>
    private const double OfNothing = .9;

    public IntentDescription Description { get; } = new(
        ChangeUndo.Intent,
        "Take back the last change you made here, or the last change of a deal or a lead",
        ["undo", "undo that", "take that back", "undo the last change to Acme", "revert the last change of the close date of Acme", "undo what Dana did to Acme", "undo the last change to lead Jane Doe"],
        Writes: true);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (Shape().IsMatch(utterance.Normalized))
        {
            return new Recognition(context.Memory.Recall(LastWrite.Key, context.Now) is null ? OfNothing : .98, new UndoCall(null));
        }

        if ((OfSomebody().Match(utterance.Plain) is { Success: true } somebodys ? somebodys : Named().Match(utterance.Plain)) is not { Success: true } match)
        {
            return null;
        }

        var scene = await desk.OpenAsync(context, cancellationToken);
        var calls = Read(match, scene).ToList();
        if (calls is [.., var whole] && LeadUndo.Of(whole, Find(whole, scene) is DealMatch.One { Exact: true } or DealMatch.Several, scene) is { } lead)
        {
            return new Recognition(.975, lead);
        }

        return calls.Find(call => Find(call, scene) is not DealMatch.None) is { } found ? new Recognition(.97, found)
            : match.Groups["change"].Success && calls is [var unknown, ..] ? new Recognition(.75, unknown)
            : null;
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (call is UndoCall { DealWords: { } words } wish)
        {
            if (DealDesk.PastRefusal(scene) is { } past)
            {
                return DealDesk.Refuse(ChangeUndo.Intent, past);
            }

            if (wish.IsLead)
            {
                return await LeadAsync(wish, scene, cancellationToken);
            }

            return Find(wish, scene) switch
            {
                DealMatch.One { Exact: true, Deal: var deal } => await PreviewAsync(wish, deal, scene, cancellationToken),
                DealMatch.One { Deal: var near } => DealQuestions.Which(ChangeUndo.Intent, $"I know no “{words}”. Do you mean this one?", [near], wish.For, scene),
                DealMatch.Several several => DealQuestions.Which(ChangeUndo.Intent, $"Which “{words}” do you mean?", several.Deals, wish.For, scene),
                DealMatch.None none => DealQuestions.Unknown(ChangeUndo.Intent, words, none.FindNearest()),
                _ => new Reply.Nothing(),
            };
        }

        return context.Memory.Recall(LastWrite.Key, context.Now) is { } last
            ? await undo.PreviewAsync(last, scene, cancellationToken)
            : DealDesk.Refuse(ChangeUndo.Intent, "There is nothing here that I could undo: I remember only your last change in this conversation. Name the deal to undo its last change: undo the last change to Acme.");
    }

    private async Task<Reply> PreviewAsync(UndoCall call, Deal deal, WriteContext scene, CancellationToken cancellationToken)
    {
        if (call.By is not { } words)
        {
            return await undo.PreviewLastAsync(deal, call.Field, null, scene, cancellationToken);
        }

        return People(words, scene) is [var person]
            ? await undo.PreviewLastAsync(deal, call.Field, person, scene, cancellationToken)
            : Who(words, $"#{deal.Id}", scene);
    }

    private async Task<Reply> LeadAsync(UndoCall call, WriteContext scene, CancellationToken cancellationToken) =>
        call.By is not { } words ? await leads.PreviewLastAsync(call, null, scene, cancellationToken)
        : People(words, scene) is [var person] ? await leads.PreviewLastAsync(call, person, scene, cancellationToken)
        : Who(words, $"lead {call.DealWords}", scene);

    /// <summary>Nobody, or several, are called so.</summary>
    /// <param name="what">What they did something to, as a sentence names it.</param>
    private Reply Who(string words, string what, WriteContext scene) => People(words, scene) is [_, ..] several
        ? DealQuestions.Which(
            ChangeUndo.Intent, $"Which “{words}” do you mean?", [.. several.Take(5).Select(person => new Choice(person.Team is null ? person.Name : $"{person.Name} · {person.Team}", $"undo what {person.Email ?? person.Name} did to {what}"))])
        : DealDesk.Refuse(ChangeUndo.Intent, $"I know nobody called “{words}”. Nothing was changed.");

    private IReadOnlyList<Person> People(string words, WriteContext scene) => people.Find(words, scene.Snapshot, scene.Company, scene.Person);

    /// <summary>"The close date of Acme", "Acme's close date", "Acme": with a field where its words are one.</summary>
    private IEnumerable<UndoCall> Read(Match match, WriteContext scene)
    {
        var what = match.Groups["what"].Value;
        if (match.Groups["by"].Success)
        {
            yield return new UndoCall(what, By: match.Groups["who"] is { Success: true, Value: var who } ? who : "me");
            yield break;
        }

        if (match.Groups["kind"] is { Success: true, Value: var kind } && FieldOf(kind, scene) is { } changed)
        {
            yield return new UndoCall(what, changed, kind.ToLowerInvariant());
        }

        if (OfDeal().Match(what) is { Success: true } apart && FieldOf(apart.Groups["field"].Value, scene) is { } field)
        {
            yield return new UndoCall(apart.Groups["deal"].Value, field, apart.Groups["field"].Value.ToLowerInvariant());
        }

        yield return new UndoCall(what);
    }

    private string? FieldOf(string words, WriteContext scene) =>
        StageWords().IsMatch(words) ? DealFields.Stage
        : fields.FindAll(words, 0, scene.Company) is [{ Start: 0, End: var end, Field: var field }] && end == words.Length ? field.Key
        : null;

    private DealMatch Find(UndoCall call, WriteContext scene) => deals.Find(call.DealWords ?? "", scene.Snapshot, scene.Company, scene.Person?.Id);

    [GeneratedRegex(@"^(?:please )?(?:undo|revert|roll back|rollback|take (?:that|it) back|put (?:that|it) back|i didn't mean that)(?: (?:that|it|this|the last (?:change|one|thing)|my last (?:change|one)|last change|(?:the |my )?(?:last )?(?:bulk|mass) (?:change|edit|update)|all of (?:it|that|them)|them|those|these))?(?: please)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    /// <summary>"Undo the last change to Acme", "revert the close date change of Acme", "undo Acme's last change", "undo Acme".</summary>
    [GeneratedRegex(
        @"^(?:please |can you |could you )?(?:undo|revert|roll back|rollback|reverse|take back) (?:(?:the |my )?(?:(?:last|latest|most recent|newest) )?(?:(?<kind>[\w ]{1,40}?) )?(?<change>change|edit|update|(?<kind>move))s? (?:of|to|on|for|in|made to|made on) (?:the )?(?<what>[^,]{1,120}?)|(?:the )?(?<what>[^,]{1,80}?)'s (?:last |latest )?(?<change>change|edit|update|(?<kind>move))|(?:the )?(?<what>[^,]{1,80}?))(?: (?:deal|opportunity))?(?: please)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>"Undo what Maria did to Acme", "undo Maria's last change to Acme", "undo my last change to Acme".</summary>
    [GeneratedRegex(
        @"^(?:please |can you |could you )?(?:undo|revert|roll back|rollback|reverse|take back) (?<by>(?:what|everything|whatever) (?<who>.{1,60}?) (?:(?:has |have |had |just )*(?:did|done|changed|edited|set|updated)) (?:to|on|in|with|of|at) |(?:(?<who>.{1,60}?)'s|my) (?<change>(?:last|latest|newest|most recent) (?:change|edit|update)) (?:of|to|on|for|in) )(?:the )?(?<what>[^,]{1,120}?)(?: (?:deal|opportunity))?(?: please)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfSomebody();

    [GeneratedRegex(@"^(?:the )?(?:(?<field>.+?) (?:of|on|for) (?:the )?(?<deal>.+)|(?<deal>.+?)'s (?<field>.+))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfDeal();

    [GeneratedRegex("^(?:deal )?(?:stage|move|phase|status)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StageWords();
}
