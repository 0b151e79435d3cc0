using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.DealLookup;
using RevBot.Intents.Definitions;
using RevBot.Intents.Help;
using RevBot.Intents.ListDeals;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Several;

/// <summary>Answers several questions of one message one after the other, in one reply. Two pieces of which only one is a question stay one; whatever changes a deal is never taken apart.</summary>
public sealed class SeveralIntent(IServiceProvider services, QuestionReader reader, INotUnderstood notUnderstood) : IIntent
{
    public const string Name = "several";

    private const int MostParts = 8;

    /// <summary>So sure is what asks without the question before it.</summary>
    private const double WholeScore = .85;

    private static readonly string[] Ties = ["also ", "and also ", "plus ", "additionally "];

    private readonly SameQuestions _same = new(reader);
    private readonly SharedWords _shared = new(reader);
    private readonly Takers _takers = new(services, reader);

    public IntentDescription Description { get; } = new(
        Name, "Ask several things at once; I answer one after the other", ["How much did we book last quarter? And what's our open pipeline?"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (OpenName.Of(context) is { } open && await NamedAsync(open, utterance.Text, context, cancellationToken) is { } named)
        {
            return new Recognition(.995, new Asked([named], []));
        }

        var asked = await reader.ReadAsync(utterance.Text, context, cancellationToken);
        var shown = DealLookupIntent.Shown(context) is ['"', ..] customer ? customer : null;
        if (shown is not null && reader.OfCustomer(asked, shown) is { } ofCustomer && !(await _takers.OfAsync(utterance.Text, context, cancellationToken)).Writes)
        {
            return new Recognition(.995, new Asked([ofCustomer], []));
        }

        if (reader.Pointed(asked, () => LastOf(asked, context), shown) is { } pointed && !(await _takers.OfAsync(utterance.Text, context, cancellationToken)).Writes && !(await _takers.OfAsync(pointed, context, cancellationToken)).Writes)
        {
            var several = await TakenApartAsync(await reader.ReadAsync(pointed, context, cancellationToken), pointed, context, cancellationToken) ?? new Asked([pointed], []);
            return new Recognition(.995, shown is null ? several with { Parts = await GoingOnAsync(asked, several.Parts, context, cancellationToken) } : several);
        }

        var apart = await TakenApartAsync(asked, utterance.Text, context, cancellationToken) ?? await ShortenedAsync(asked, utterance.Text, context, cancellationToken);
        return apart is null ? null : new Recognition(.995, apart);
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (parts, aside) = (Asked)call;
        var answers = new List<(string Asked, Reply Reply)>();
        foreach (var said in parts)
        {
            // "Also top 3 loss reasons this year": a whole question, whatever ties it.
            var part = answers.Count > 0 && Tied(said) is { } untied && (await reader.ReadAsync(untied, context, cancellationToken)).Reading is QuestionReading.Understood { Score: >= WholeScore } ? untied : said;
            var utterance = Utterance.Of(part);

            // "How old are our deals? Which stage takes longest?": a whole question behind another goes on from nothing, unless it says so.
            var isWhole = answers.Count > 0 && (!FollowUpWords.HangsOn(part) || part.Contains("right now", StringComparison.OrdinalIgnoreCase)) && (await reader.ReadAsync(part, context, cancellationToken)).Reading is QuestionReading.Understood;
            var scene = isWhole ? context with { Memory = context.Memory.With(AskIntent.MemoryKey, null, context.Now) } : context;
            var reply = await _takers.Router().RouteAsync(utterance, scene, cancellationToken) is { } found
                ? await found.Intent.HandleAsync(found.Call, scene, cancellationToken)
                : await notUnderstood.ReplyAsync(utterance, context, cancellationToken);
            answers.Add((part, reply));
            foreach (var (key, value) in reply.Remember)
            {
                context = context with { Memory = context.Memory.With(key, value, context.Now) };
            }
        }

        return answers is [var only] ? SeveralCard.With(only.Reply, aside) : new Reply.Say(SeveralCard.With(SeveralCard.Of(answers), aside))
        {
            DataWhenAsked = () => Data(answers),
            Audit = AuditNote.Together(Description.Name, answers.Select(answer => answer.Reply)),
            Remember = answers.SelectMany(answer => answer.Reply.Remember).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.Last().Value),
            AlsoPost = [.. answers.SelectMany(answer => answer.Reply.AlsoPost)],
            UpdateLive = [.. answers.SelectMany(answer => answer.Reply.UpdateLive)],
        };
    }

    private static string? Tied(string said) => Array.Find(Ties, tie => said.StartsWith(tie, StringComparison.OrdinalIgnoreCase)) is { } tie ? said[tie.Length..].TrimStart() : null;

    /// <summary>What a message asks that corrects itself, tells something besides, or asks several things; null for one plain question.</summary>
    private async ValueTask<Asked?> TakenApartAsync(AskedQuestion asked, string text, TurnContext context, CancellationToken cancellationToken) =>
        await CorrectedAsync(asked, text, context, cancellationToken)
        ?? await BesideAsync(asked, text, context, cancellationToken)
        ?? (await PartsAsync(asked, text, context, cancellationToken) is { } parts ? new Asked(parts, []) : null);

    /// <summary>The sentence somebody's name was not clear in, with the name that is said now; null when that says something else.</summary>
    private async ValueTask<string?> NamedAsync(OpenName open, string said, TurnContext context, CancellationToken cancellationToken)
    {
        foreach (var (sentence, name) in open.With(said))
        {
            var call = (await _takers.OfAsync(sentence, context, cancellationToken)).Call;
            if ((call is (AskedQuestion listed, AskedText _) ? listed : call as AskedQuestion)?.Reading is QuestionReading.Understood { Question: var question }
                && question.Filters.OfType<DealFilter.In>().Any(filter => filter.Values.Any(value => value.Label.Contains(name, StringComparison.OrdinalIgnoreCase))))
            {
                return sentence;
            }
        }

        return null;
    }

    /// <summary>"His average deal?" behind what he booked in 2026 is of the same days: what points at the question before goes on from it.</summary>
    private async ValueTask<List<string>> GoingOnAsync(AskedQuestion asked, List<string> pointed, TurnContext context, CancellationToken cancellationToken)
    {
        if (reader.Pointed(asked, () => null) is not null)
        {
            return pointed;
        }

        var all = new List<string>();
        foreach (var part in pointed)
        {
            var tied = $"and {part}";
            all.Add(!FollowUpWords.HangsOn(part) && await _takers.OfAsync(tied, context, cancellationToken) is { Name: FollowUpIntent.Name, Call: AskedQuestion { Reading: QuestionReading.Understood } } ? tied : part);
        }

        return all;
    }

    /// <summary>What a message asks that is understood without words that say nothing of the deals; null when it is understood as it stands, or no better without.</summary>
    private async ValueTask<Asked?> ShortenedAsync(AskedQuestion asked, string text, TurnContext context, CancellationToken cancellationToken)
    {
        if (asked.Reading is not QuestionReading.Refused { IsOfWords: true } || await _takers.OfAsync(text, context, cancellationToken) is not { Writes: false } taker
            || await _takers.GradeAsync(text, taker, context, cancellationToken) != Grade.None || reader.WithoutIdle(asked) is not { } shorter)
        {
            return null;
        }

        var rest = await reader.ReadAsync(shorter, context, cancellationToken);
        return await TakenApartAsync(rest, shorter, context, cancellationToken)
            ?? (await _takers.OfAsync(shorter, context, cancellationToken) is { Writes: false } meant && await _takers.GradeAsync(shorter, meant, context, cancellationToken) == Grade.Read ? new Asked([shorter], []) : null);
    }

    /// <summary>The question this one may go on from.</summary>
    private AskedQuestion? LastOf(AskedQuestion said, TurnContext context) =>
        context.Memory.Recall(AskIntent.MemoryKey, context.Now) is { } remembered && AskedText.Parse(remembered) is { } last ? reader.ReadLike(said, last.Text) : null;

    /// <summary>What a message asks in which something is said anew; null when nothing is.</summary>
    private async ValueTask<Asked?> CorrectedAsync(AskedQuestion asked, string text, TurnContext context, CancellationToken cancellationToken)
    {
        var meant = reader.Corrections(asked);
        if (meant.Count == 0 || (await _takers.OfAsync(text, context, cancellationToken)).Writes)
        {
            return null;
        }

        foreach (var anew in meant)
        {
            var taker = await _takers.OfAsync(anew, context, cancellationToken);
            if (!taker.Writes && await _takers.GradeAsync(anew, taker, context, cancellationToken) == Grade.Read)
            {
                return new Asked([anew], []);
            }

            if (await BesideAsync(await reader.ReadAsync(anew, context, cancellationToken), anew, context, cancellationToken) is { } beside)
            {
                return beside;
            }
        }

        return null;
    }

    /// <summary>What a message asks beside what it tells; null when it is understood as it stands, or no better without.</summary>
    private async ValueTask<Asked?> BesideAsync(AskedQuestion asked, string text, TurnContext context, CancellationToken cancellationToken)
    {
        var messages = reader.Messages(asked);
        if (messages.Count == 0 || await _takers.OfAsync(text, context, cancellationToken) is not { Writes: false } whole)
        {
            return null;
        }

        var sure = await _takers.GradeAsync(text, whole, context, cancellationToken);
        if (sure == Grade.Read && whole.Name is not (AskIntent.Name or ListDealsIntent.Name or FollowUpIntent.Name) && messages[0].IsFirm
            && await PartsAsync(await reader.ReadAsync(messages[0].Asked, context, cancellationToken), messages[0].Asked, context, cancellationToken) is { Count: > 1 } all && await AreReadAsync(all, context, cancellationToken))
        {
            return new Asked(all, messages[0].Aside);
        }

        Asked? unread = null;
        foreach (var message in messages)
        {
            var rest = await reader.ReadAsync(message.Asked, context, cancellationToken);
            if (asked.Reading is QuestionReading.Unclear { IsOfNames: true } && rest.Reading is not QuestionReading.Unclear { IsOfNames: true } && message.Aside.Any(piece => piece.Split(' ').Length < 4))
            {
                // "Delta: how much pipeline is there?": who is meant is asked, not put aside.
                continue;
            }

            if (sure == Grade.Read && (whole.Name is not (AskIntent.Name or ListDealsIntent.Name or FollowUpIntent.Name) && !(message.IsFirm && rest.Reading is QuestionReading.Understood) || !(message.IsFirm || LosesNothing(asked, rest, message.AsksTwice)))
                || (sure < Grade.Read && message is { AsksTwice: true, Narrows: true, Carries: false }))
            {
                continue;
            }

            if (!message.Carries && await PartsAsync(rest, message.Asked, context, cancellationToken) is { } parts)
            {
                // With less said aside all of it may be read.
                var several = new Asked(parts, message.Aside);
                if (message == messages[^1] || await AreReadAsync(parts, context, cancellationToken))
                {
                    return several;
                }

                unread ??= several;
                continue;
            }

            var taker = await _takers.OfAsync(message.Asked, context, cancellationToken);
            if (sure == Grade.Read && whole.Name == DefineTermIntent.Name && taker.Name != whole.Name)
            {
                // "I'm new here, what is sales velocity?": what is said beside it tells that the meaning is asked for.
                continue;
            }

            var grade = taker.Writes ? Grade.None : await _takers.GradeAsync(message.Asked, taker, context, cancellationToken);
            if (grade > sure || (grade == Grade.Read && sure == Grade.Read))
            {
                var same = (asked.Reading as QuestionReading.Understood)?.Question is { } question && question == (rest.Reading as QuestionReading.Understood)?.Question;
                return new Asked([message.Asked], same ? [] : message.Aside);
            }
        }

        return unread;
    }

    private async ValueTask<bool> AreReadAsync(List<string> parts, TurnContext context, CancellationToken cancellationToken)
    {
        foreach (var part in parts)
        {
            if (await _takers.GradeAsync(part, await _takers.OfAsync(part, context, cancellationToken), context, cancellationToken) != Grade.Read)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when a question without what could be a part of it asks the same, but for whose numbers it is about and what is compared: "are cycles getting longer? sales cycle by quarter", "I have a customer in Logistics. Sales cycle for Logistics?".</summary>
    private static bool LosesNothing(AskedQuestion whole, AskedQuestion rest, bool asksTwice) =>
        whole.Reading is QuestionReading.Understood { Question: var all, Shape: var shape } && rest.Reading is QuestionReading.Understood { Question: var left, Shape: var other } && shape == other && all.Measure == left.Measure && all.Period == left.Period
        && left.Filters.All(all.Filters.Contains) && all.Filters.All(filter => left.Filters.Contains(filter) || (!asksTwice && filter is DealFilter.In { Dimension: Dimension.Owner, Values: [var one] } && one.Key == whole.Me?.Id.Value))
        && (asksTwice ? all.Breakdown.SequenceEqual(left.Breakdown) && all.Ranking == left.Ranking && (all.CompareWith is null || !left.Breakdown.IsEmpty) : left.Breakdown.All(all.Breakdown.Contains) && all.CompareWith == left.CompareWith);

    /// <summary>The questions of a text that asks several; null when it asks one thing, or tells the bot to change something.</summary>
    private async ValueTask<List<string>?> PartsAsync(AskedQuestion asked, string text, TurnContext context, CancellationToken cancellationToken)
    {
        var pieces = MessageParts.Of(text);
        if (pieces.Count > MostParts)
        {
            return null;
        }

        if (pieces.Count < 2 && reader.Series(asked, text).Count == 0)
        {
            return null;
        }

        var parts = SharedWords.Spread([.. _shared.Joined(pieces.FindAll(piece => !HelpIntent.IsCourtesy(Utterance.Of(piece).Normalized)), asked)]);
        var (alone, figures, series) = (0, true, false);
        var allAsk = parts.Count > 1 && parts.TrueForAll(part => part.EndsWith('?'));
        var all = new List<string>();
        foreach (var piece in parts)
        {
            var part = all.Count > 0 && all[^1].EndsWith('?') && SharedWords.IsBareOutcome(piece) ? "and " + piece : all.Count > 0 ? _shared.Untied(asked, SharedWords.Parallel(all[^1], piece)) : piece;
            var (name, _, writes) = await _takers.OfAsync(part, context, cancellationToken);
            if (writes)
            {
                return null;
            }

            figures &= name is AskIntent.Name or ListDealsIntent.Name;
            if (name is null or AskIntent.Name or ListDealsIntent.Name && reader.Series(asked, part) is { Count: > 1 } members)
            {
                (series, alone) = (true, alone + members.Count);
                all.AddRange(members);
                continue;
            }

            all.Add(all.Count > 0 && !all[^1].EndsWith('?') && FollowUpWords.IsBare(part) ? "and " + part : part);
            alone += await IsQuestionAsync(part, name, context, cancellationToken) || (allAsk && name == FollowUpIntent.Name) || (alone > 0 && (part.EndsWith('?') || AsksOn(all)) && GoesOn(all, asked)) ? 1 : 0;
        }

        if (alone == 0 || all.Count > MostParts || (alone == 1 && all.Count > 1) || (all.Count == 1 && pieces.Count == 1))
        {
            return null;
        }

        if (!series && all.Count > 1 && ((figures && _same.SaySame(all, asked)) || _same.Compare(all, asked)))
        {
            return null;
        }

        if (!series)
        {
            _shared.Share(all, asked);
        }

        return all;
    }

    /// <summary>"… and what were they worth", "… and how much": asked of what was asked in the same breath; "did we win anything? how much" is one question.</summary>
    private static bool AsksOn(List<string> parts) => parts.Count > 1 && !parts[^2].EndsWith('?') && FollowUpWords.AsksOn(parts[^1].StartsWith("and ", StringComparison.Ordinal) ? parts[^1][4..] : parts[^1]);

    /// <summary>"And the least?", "by source?" behind a question.</summary>
    private bool GoesOn(List<string> parts, AskedQuestion like) =>
        parts.Count > 1 && (parts[^2].EndsWith('?') || AsksOn(parts) || Adds(parts)) && reader.Continue(reader.ReadLike(like, parts[^2]), reader.ReadLike(like, parts[^1])) is { Reading: QuestionReading.Understood { Question: var next } }
        && (parts[^2].EndsWith('?') || next.CompareWith is null);

    /// <summary>"Revenue of October please. And of September?"</summary>
    private static bool Adds(List<string> parts) => parts[^1].StartsWith("and ", StringComparison.OrdinalIgnoreCase) && parts[^1].EndsWith('?');

    /// <summary>A piece that needs no other to be answered; one that nobody can answer counts when it is asked outright.</summary>
    private async ValueTask<bool> IsQuestionAsync(string part, string? taker, TurnContext context, CancellationToken cancellationToken) => taker switch
    {
        FollowUpIntent.Name or HelpIntent.Name => false,
        null => part.EndsWith('?'),
        AskIntent.Name => (await reader.ReadAsync(part, context, cancellationToken)).Reading is { } reading && (reading.Score > Fragment.Score || (reading is QuestionReading.Refused && part.EndsWith('?'))),
        _ => true,
    };

    private static JsonObject Data(List<(string Asked, Reply Reply)> answers)
    {
        var data = AnswerData.Start(Name, "answered", null);
        data["answers"] = new JsonArray([.. answers.Select(answer =>
        {
            var part = (JsonObject?)answer.Reply.Data?.DeepClone() ?? AnswerData.Start("none", "answered", null);
            part["asked"] = answer.Asked;
            return (JsonNode)part;
        })]);
        return data;
    }

    /// <summary>The questions of a message, and what it tells beside them.</summary>
    private sealed record Asked(List<string> Parts, IReadOnlyList<string> Aside);
}
