using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Definitions;

/// <summary>Says what a word means here, who answers for it and how it is computed, today or as it was meant then: "what do we mean by SQL?", "who owns win rate?", "what did MQL mean in March?".</summary>
public sealed class DefineTermIntent(MetricCatalog catalog, ICompany company, QuestionReader questions) : IIntent
{
    public const string Name = "define-term";

    /// <summary>What the last question was when a word was explained: "and SQL?" asks for another word as long as nothing was asked since.</summary>
    private const string MemoryKey = "define.since";

    public IntentDescription Description { get; } = new(
        Name,
        "Ask what a word or a measure means here, how it is computed and who answers for it, now or earlier",
        ["What do we mean by win rate?", "Who owns bookings?", "What did MQL mean in March?", "How is sales cycle calculated?"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Memory.Recall(MemoryKey, context.Now) is { } since && since == (context.Memory.Recall(AskIntent.MemoryKey, context.Now) ?? string.Empty)
            && TermQuestion.Another(utterance.Normalized) is { } another && new Terms(catalog, company.Profile).Find(another, true) is { } next)
        {
            return new Recognition(.97, new DefinitionCall([next], null, null));
        }

        // A word of the glossary may be one that looks misspelt.
        var written = Recognize(utterance, context);
        if (written is { Call: DefinitionCall { Terms: [_, ..] } })
        {
            return written;
        }

        return await questions.MeantAsync(utterance, context, cancellationToken) is { } spelt && Recognize(spelt, context) is { Call: DefinitionCall { Terms: [_, ..] } } meant ? meant : written;
    }

    private Recognition? Recognize(Utterance utterance, TurnContext context)
    {
        if (!TermQuestion.MayBe(utterance.Normalized))
        {
            return null;
        }

        var profile = company.Profile;
        var today = profile.Work.DateAt(context.Now);
        var (text, past) = WithoutPeriod(utterance.Normalized, profile, today);
        var terms = new Terms(catalog, profile);
        if (TermQuestion.Difference(text) is { } both && terms.Find(both.One, false) is { } one && terms.Find(both.Other, false) is { } other)
        {
            return new Recognition(.97, new DefinitionCall([one, other], past, null));
        }

        if (TermQuestion.Of(text) is not { } question)
        {
            return null;
        }

        return (question.IsAtEnd ? terms.FindLast(question.Words) : terms.Find(question.Words, question.NamesOnlyTerm)) switch
        {
            // "What's our pipeline?" asks for the number; "what's a SAL?" can only ask for a meaning.
            { Versions: [] } when question is { NamesOnlyTerm: true, AsksForOwner: false, HasArticle: false } => null,
            not null when (question.IsAtEnd || question is { NamesOnlyTerm: true, AsksForOwner: false }) && text != utterance.Normalized && !(past is not null && question.HasArticle) => null,
            { } term => new Recognition(.97, new DefinitionCall([term], past, null)),
            null when question.IsFirm => new Recognition(.55, new DefinitionCall([], null, TermQuestion.WithoutTail(question.Words))),
            _ => null,
        };
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = (DefinitionCall)call;
        var today = company.Profile.Work.DateAt(context.Now);
        List<Reply.Say> cards = [.. asked.Terms.Select(term => new TermCard(term, company.Profile, today).Of(asked.Past))];
        return cards switch
        {
            [] => Unknown(asked.Words ?? string.Empty),
            [var one] => one with { Remember = Since(await NumberOfAsync(asked.Terms[0], context, cancellationToken), context) },
            _ => cards[0] with { Remember = Since([], context), Card = new Card(cards[0].Card.Summary, [.. cards[0].Card.Elements, new CardElement.Divider(), .. cards[1].Card.Elements], []) },
        };
    }

    /// <summary>"And what is it this quarter?" asks for the number that was explained.</summary>
    private async ValueTask<Dictionary<string, string?>> NumberOfAsync(Term term, TurnContext context, CancellationToken cancellationToken) =>
        term.Metric is { Title: var title } && await questions.ReadAsync(title, context, cancellationToken) is { Me: { } me, Reading: QuestionReading.Understood } number
            ? new() { [AskIntent.MemoryKey] = new AskedText(me.Id, number.Now, number.IsAsOf, title).ToString() }
            : [];

    private static Dictionary<string, string?> Since(Dictionary<string, string?> remember, TurnContext context)
    {
        remember[MemoryKey] = (remember.TryGetValue(AskIntent.MemoryKey, out var number) ? number : context.Memory.Recall(AskIntent.MemoryKey, context.Now)) ?? string.Empty;
        return remember;
    }

    /// <summary>The metric as its catalogue entry says it.</summary>
    internal Reply.Say Explain(Metric metric, DateOnly today) =>
        new TermCard(new Term(metric.Title, [], company.Profile.Word(metric)), company.Profile, today).Of(null);

    private static Reply.Say Unknown(string words) =>
        Refusal.Of(Name, $"Nobody has written down what “{words}” means here. It can be added to the glossary in company.yaml.", ["What do we mean by SQL?", "What do we mean by win rate?", "What can you measure?"]);

    /// <summary>"What did MQL mean in March": the term without its time, and the last day of it when that is over.</summary>
    private static (string Text, DateOnly? Past) WithoutPeriod(string text, CompanyProfile profile, DateOnly today)
    {
        var sentence = new Sentence(text, WordSplitter.Split(text));
        if (new PeriodReader(sentence, profile.Fiscal, today).ReadAll() is not [.., var period])
        {
            return (text, null);
        }

        var start = sentence.Words[period.First].Start;
        var end = sentence.Words[period.First + period.Count - 1].End;
        var rest = $"{text[..start].TrimEnd()} {text[end..].TrimStart()}".Trim();
        return (rest, period.Reading.Happened.End is { } last && last < today ? last : null);
    }

    /// <param name="Terms">Empty when nobody knows the word; two when they are told apart.</param>
    private sealed record DefinitionCall(IReadOnlyList<Term> Terms, DateOnly? Past, string? Words);
}
