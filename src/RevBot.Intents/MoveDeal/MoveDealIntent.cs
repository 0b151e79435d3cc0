using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.MoveDeal;

/// <summary>"Move Acme to negotiation", "Acme closed lost": finds the deal and the stage, asks when either is unclear, and leaves the rest to <see cref="DealMover"/>.</summary>
public sealed class MoveDealIntent(DealDesk desk, DealMover mover, DealSlot deals, FieldClauses clauses, FieldValueSlot values) : IIntent
{
    private static readonly string[] NeverNames = ["deal", "revenue", "amount", "sale", "booking", "pipeline", "everything", "all", "we", "i", "it", "total", "value", "opportunity"];

    public IntentDescription Description { get; } = new(
        DealMover.Intent,
        "Move a deal to another stage, win it, lose it with its reason, or reopen it",
        ["move Acme to negotiation", "Acme closed lost", "mark Globex as won", "Initech -> proposal", "reopen Acme", "lost Acme because of price"],
        Writes: true);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (MoveDealParser.Parse(utterance) is not { } call)
        {
            return null;
        }

        if (call.Wish == MoveWish.CloseSomething)
        {
            return new Recognition(.93, call);
        }

        if (call is { HasVerb: false } && WordSplitter.Split(call.DealWords) is [.., { Text: "deals" or "opps" or "opportunities" or "accounts" or "renewals" or "reps" }])
        {
            // "Integrations deals lost in Q3" speaks of many.
            return null;
        }

        var scene = await desk.OpenAsync(context, cancellationToken);
        var isStage = call.StageWords is { } words && (words == "next" || StageSlot.ReadStart(words, scene.Company.Process).Stages.Count > 0);
        if (!isStage && call is { HasVerb: false, Wish: not MoveWish.Reopen })
        {
            // Not worth looking for a deal: whichever it were, nothing says where to.
            return null;
        }

        var score = (Find(call, scene), call, isStage) switch
        {
            (DealMatch.None, { Wish: MoveWish.Delete }, _) => 0,
            (_, { Wish: MoveWish.Delete }, _) => .8,
            (DealMatch.None, { HasVerb: true }, true) or (DealMatch.None, { Wish: MoveWish.Reopen }, _) => .75,
            (DealMatch.None, { HasVerb: false }, true) => LooksLikeName(call.DealWords) ? .6 : 0,
            (DealMatch.None, _, _) => 0,
            (_, { HasVerb: false }, false) => 0,
            (DealMatch.One { Exact: false }, { HasVerb: false }, _) => .8,
            (_, _, true) or (_, { StageWords: null }, _) => .96,
            _ => .6,
        };
        return score > 0 ? new Recognition(score, call) : null;
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var wish = (MoveDealCall)call;
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (DealDesk.PastRefusal(scene) is { } past)
        {
            return DealDesk.Refuse(DealMover.Intent, past);
        }

        return wish.Wish switch
        {
            MoveWish.CloseSomething => AskWhichToClose(scene),
            _ => Find(wish, scene) switch
            {
                DealMatch.None none => DealQuestions.Unknown(DealMover.Intent, wish.DealWords, none.FindNearest()),
                DealMatch.Several several => DealQuestions.Which(DealMover.Intent, $"Which “{wish.DealWords}” do you mean?", several.Deals, deal => wish.For(deal.Id.Value), scene),
                DealMatch.One one => await HandleAsync(wish, one, scene, cancellationToken),
                _ => new Reply.Nothing(),
            },
        };
    }

    private async Task<Reply> HandleAsync(MoveDealCall call, DealMatch.One match, WriteContext context, CancellationToken cancellationToken)
    {
        var deal = match.Deal;
        if (call.Wish == MoveWish.Delete)
        {
            return DealDesk.Refuse(DealMover.Intent, $"I don't delete deals: their history would go with them. If {deal.Name} is over, say “{deal.Name} closed lost”. Nothing was changed.");
        }

        if (DealDesk.Refusal(deal, context) is { } refusal)
        {
            return DealDesk.Refuse(DealMover.Intent, refusal);
        }

        if (call.Wish == MoveWish.Close)
        {
            return AskOutcome(deal, context);
        }

        var (stages, rest) = Stages(call, deal, context);
        if (stages.Count == 0)
        {
            return call.StageWords is null
                ? DealMover.Offer(new MoveSeed(deal.Id, deal.Version, null, new Dictionary<string, string>()), deal, context)
                : DealDesk.Refuse(DealMover.Intent, $"There is no stage “{call.StageWords}”. Stages are {CountText.List(context.Company.Process.Stages.Select(stage => stage.Name), 12)}. Nothing was changed.");
        }

        if (stages.Count > 1)
        {
            return DealQuestions.Which(
                DealMover.Intent,
                $"Which stage should {deal.Name} go to?",
                [.. stages.Take(5).Select(stage => new Choice(stage.Name, $"move #{deal.Id} to {stage.Name}"))]);
        }

        var target = stages[0];
        if (!match.Exact)
        {
            return DealQuestions.Which(
                DealMover.Intent, $"I know no “{call.DealWords}”. Do you mean {deal.Name}?", [new Choice($"Yes, {DealQuestions.Label(deal, context)}", call.For(deal.Id.Value))]);
        }

        if (deal.Status != DealStatus.Open && target.Group == StageGroup.Open && call.Wish != MoveWish.Reopen)
        {
            return DealQuestions.Which(
                DealMover.Intent,
                $"{deal.Name} is closed, in {context.NameOf(deal.Stage)}. Reopen it in {target.Name}?",
                [new Choice($"Reopen in {target.Name}", $"reopen #{deal.Id} in {target.Name}")]);
        }

        var (facts, problem) = Facts(call, deal, target, rest, context);
        return problem is not null
            ? DealDesk.Refuse(DealMover.Intent, problem)
            : await mover.MoveAsync(deal, target, facts, context, cancellationToken);
    }

    private DealMatch Find(MoveDealCall call, WriteContext context) =>
        deals.Find(call.DealWords, context.Snapshot, context.Company, context.Person?.Id, call.Wish == MoveWish.Reopen);

    private static (IReadOnlyList<Stage> Stages, string After) Stages(MoveDealCall call, Deal deal, WriteContext context)
    {
        var process = context.Company.Process;
        if (call is { Wish: MoveWish.Reopen, StageWords: null })
        {
            // Back to where it was before it was closed.
            var before = deal.Visits.Select(visit => process.Find(visit.Stage)).LastOrDefault(stage => stage is { Group: StageGroup.Open });
            return ((before ?? process.OpenStages.FirstOrDefault()) is { } stage ? [stage] : [], "");
        }

        if (call.StageWords is not { } words)
        {
            return ([], "");
        }

        if (words is "next" or "next stage" or "the next stage" or "next step")
        {
            return ([.. process.Stages.SkipWhile(stage => stage.Id != deal.Stage).Skip(1).Take(1)], "");
        }

        return StageSlot.ReadStart(words, process);
    }

    /// <summary>What was said besides deal and stage: why it was lost, or fields to fill in on the way.</summary>
    private (Dictionary<string, string> Facts, string? Problem) Facts(MoveDealCall call, Deal deal, Stage target, string rest, WriteContext context)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        var more = rest.Trim(' ', ',', ';', ':', '-', '(', ')');
        if (target.Group != StageGroup.Open && DateWords.TryRead(more, context.Dates, out var day))
        {
            // "Acme won on 20 Nov": a deal closes on a day that has been.
            facts[DealFields.CloseDate] = DealValues.Canonical(DateWords.BackBefore(more, day, context.Dates));
            more = "";
        }

        if (target.Group == StageGroup.Lost)
        {
            var why = string.Join(' ', new[] { call.Why, more }.Where(part => !string.IsNullOrWhiteSpace(part)));
            if (why.Length > 0)
            {
                foreach (var (key, value) in LossSlot.Read(why, context.Company))
                {
                    facts[key] = value;
                }
            }

            return (facts, null);
        }

        if (call.Why is { } told && target.Group == StageGroup.Won && WinSlot.Read(told, context.Company) is { } won)
        {
            facts[DealFields.WinReason] = won;
        }

        if (call.Why is { } note)
        {
            facts[MoveRules.AsksWhy(deal, target, context.Company) ? DealFields.MoveReason : DealFields.Note] = note;
        }

        if (more.Length == 0)
        {
            return (facts, null);
        }

        var mentions = clauses.Mentions(more, 0, context.Company);
        if (mentions.Count == 0)
        {
            return (facts, $"I read everything but “{more}”. Say that by itself, or leave it out. Nothing was changed.");
        }

        switch (values.Read(FieldClauses.Wishes(more, mentions), context))
        {
            case FieldReadings.Wrong wrong:
                return (facts, wrong.Problem);
            case FieldReadings.WhichPerson which:
                return (facts, $"“{which.Wish.Text}” may be {CountText.List(which.People.Select(person => person.Name))}. Write the whole name. Nothing was changed.");
            case FieldReadings.Read read:
                foreach (var (key, value) in read.Values.Where(item => item.Value is not null))
                {
                    facts[key] = value ?? "";
                }

                break;
            default:
                break;
        }

        return (facts, null);
    }

    private static Reply AskOutcome(Deal deal, WriteContext context) => deal.Status == DealStatus.Open
        ? DealQuestions.Which(
            DealMover.Intent,
            $"How did {deal.Name} close?",
            [.. context.Company.Process.Stages.Where(stage => stage.Group != StageGroup.Open).Take(5).Select(stage => new Choice(stage.Name, $"move #{deal.Id} to {stage.Name}"))])
        : DealDesk.Refuse(DealMover.Intent, $"{deal.Name} is already closed: in {context.NameOf(deal.Stage)}. Nothing was changed.");

    /// <summary>Nobody named a deal: the asker's open ones that are due first are offered, and then the outcome is asked for.</summary>
    private static Reply AskWhichToClose(WriteContext context)
    {
        var own = new List<Deal>();
        foreach (var deal in context.Snapshot.Deals.Span)
        {
            if (deal.Status == DealStatus.Open && context.Person is { } person && deal.Owner == person.Id)
            {
                own.Add(deal);
            }
        }

        return own.Count == 0
            ? DealDesk.Refuse(DealMover.Intent, "Which deal, and was it won or lost? Say it like: Acme closed won. Nothing was changed.")
            : DealQuestions.Which(
                DealMover.Intent, "Which deal? I'll ask for the outcome before anything is written.", [.. own.OrderBy(deal => deal.CloseDate ?? DateOnly.MaxValue)], deal => $"close #{deal.Id}", context);
    }

    private static bool LooksLikeName(string words) =>
        words.Length > 1 && char.IsUpper(words[0]) && WordSplitter.Split(words) is { Count: <= 4 } parts && !parts.Exists(part => NeverNames.Contains(part.Stem));
}
