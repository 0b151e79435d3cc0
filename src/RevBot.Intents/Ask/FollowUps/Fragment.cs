using System.Collections.Immutable;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Parts of a question that say of no number what they are parts of: "by region", "last quarter", "EMEA vs AMER", "best rep", "how am I doing this quarter". Which number is meant is asked; a word nobody knows is named.</summary>
internal sealed class Fragment(SentenceParts parts)
{
    /// <summary>How sure a piece without a subject is of being a question.</summary>
    public const double Score = .5;

    private const int MostUnknown = 2;
    private const int MostWords = 10;

    private static readonly string[] Usual = [MeasureIds.WonAmount, MeasureIds.WinRate, MeasureIds.OpenAmount];

    /// <summary>A period, a name or an amount is told.</summary>
    private bool NamesParts => parts.Periods.Count > 0 || parts.Filters.Count > 0 || parts.Scope.Filters().Any();

    /// <summary>"How's my team doing", "are we doing well", "is everything ok", "how's business".</summary>
    public bool AsksHowItGoes
    {
        get
        {
            var sentence = parts.Sentence;
            var first = 0;
            while (sentence[first] is "so" or "and" or "ok" or "okay" or "well" or "but" or "hey" or "hi" or "honestly" or "tell" or "me" or "say" or "now" or "just" or "do" or "you" or "think")
            {
                first++;
            }

            var how = sentence[first] is "how" or "hows";
            var judges = sentence[first] is "are" or "is" or "am" or "was" or "were" or "have" or "has" or "did" or "do" or "does" or "we" or "our" or "things";
            var (goes, well, all) = (false, false, false);
            for (var at = first; at < sentence.Count; at++)
            {
                goes |= sentence.Stem(at) is "doing" or "do" or "going" or "go" or "looking" or "look" or "performing" or "perform" or "faring" or "fare" or "getting";
                well |= sentence[at] is "well" or "good" or "bad" or "badly" or "ok" or "okay" or "fine" or "great" or "alright" or "healthy" or "shape" or "better" or "right" or "poorly" or "decent" or "nicely" or "terrible" or "winning" or "crushing";
                all |= sentence[at] is "business" or "things" or "everything" or "we" or "company" or "team" or "numbers" or "quarter" or "month" or "year" or "week" or "i";
            }

            return (how && (goes || sentence[first + 1] is "business" or "things" or "everything" || (sentence[first + 1] is "is" or "are" && sentence[first + 2] is "business" or "things" or "everything"))) || (judges && well && (all || goes));
        }
    }

    /// <summary>"Can I get the numbers?", "numbers pls": of what, was not said.</summary>
    private bool WantsNumbers => parts.Sentence.Words.Any(word => word.Text is "numbers" or "figures" or "stats")
        && (parts.Sentence.Words.All(word => word.Text is "numbers" or "figures" or "stats" or "the" or "our" or "my" or "some" or "pls" or "please" or "plz" or "all" or "just" or "quick" or "latest" or "sales" or "key" or "main" or "current") || parts.Sentence.Words.Any(word => word.Text is "give" or "get" or "show" or "see" or "need" or "want" or "send" or "pull" or "have"))
        && !parts.Sentence.Words.Any(word => word.Text is "you" or "your" or "thanks" or "thank" or "cheers");

    /// <summary>Which number is meant by "are we doing well?"; null where the sentence says anything else.</summary>
    public QuestionReading.Unclear? HowItGoes() => parts.Unknown().TrueForAll(at => parts.Sentence[at] is "shape" or "track" or "path" or "course") && parts.Filters.Count == 0
        && parts.Spans.All(span => span.Kind is LexiconKind.Small or LexiconKind.Mine or LexiconKind.Asks || (span.Kind == LexiconKind.Measure && parts.Sentence[span.End - 1] == "shape") || (span.Kind == LexiconKind.Deals && parts.Sentence[span.First] is "everything" or "things" or "all") || (span.Kind == LexiconKind.Dimension && parts.Sentence[span.First] is "company" or "team" or "quarter" or "month" or "year" or "week" && !parts.Spans.Any(by => by.Kind == LexiconKind.Split)))
        ? Which(false) : null;

    /// <summary>"Conversion rate" alone may be of deals, of stages or of leads; null where more is said, or there is but one.</summary>
    public QuestionReading.Unclear? Conversion(string measure)
    {
        var named = parts.Spans.Where(span => span.Kind == LexiconKind.Measure).ToList();
        string[] ways = [MeasureIds.WinRate, MeasureIds.NextStage, "leads.conversion"];
        var (start, end) = named.Count == 1 ? (parts.Sentence.Words[named[0].First].Start, parts.Sentence.Words[named[0].End - 1].End) : (0, 0);
        List<Choice> choices = [.. ways.Select(parts.Catalog.Find).OfType<Metric>().Select(metric => new Choice(metric.Title, NamesParts || parts.Spans.Any(span => span.Kind == LexiconKind.Dimension) ? $"{parts.Sentence.Text[..start]}{metric.Title.ToLowerInvariant()}{parts.Sentence.Text[end..]}" : metric.Title))];
        return measure == MeasureIds.WinRate && choices.Count > 1 && named is [var only] && parts.Sentence.Stem(only.First) is "conversion" or "convert"
            && !parts.Scope.Filters().Any(filter => filter is DealFilter.In { Dimension: Dimension.Stage })
            && parts.Spans.All(span => span.Kind is LexiconKind.Measure or LexiconKind.Small or LexiconKind.Mine or LexiconKind.Split or LexiconKind.Versus or LexiconKind.Change or LexiconKind.Rank || (span.Kind == LexiconKind.Dimension && span.Value.TrimStart('+') != nameof(Dimension.Stage)))
            ? new QuestionReading.Unclear("Which conversion do you mean?", choices) { Score = .8 } : null;
    }

    /// <param name="unknown">Positions of the words nobody understood.</param>
    /// <param name="said">The filters that were understood.</param>
    public QuestionReading? Read(IReadOnlyList<int> unknown, ImmutableArray<DealFilter> said, bool isRanked) =>
        IsOffTopic || Books || Tells(parts) ? null : unknown.Count > 0 ? Unknown(unknown, said) : Which(isRanked);

    /// <summary>Nothing of a company's sales.</summary>
    private bool IsOffTopic => OffTopicAt >= 0;

    /// <summary>"What's the weather doing in Leeds": whatever looks like a measure behind it. "Losses because of bad weather" are losses.</summary>
    public bool BeginsOffTopic => Books || OffTopicAt is >= 0 and var at && (IsSport(at) ? !parts.Spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.Deals) : !parts.Spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.State or LexiconKind.Deals && span.First < at));

    /// <summary>"Who won the footy": whatever was won there.</summary>
    private bool IsSport(int at) => parts.Sentence.Stem(at) is "footy" or "football" or "soccer" or "cricket" or "rugby" or "baseball" or "basketball" or "hockey" or "tennis" or "olympic" or "oscar" or "election" or "cup" or "superbowl" or "wimbledon" or "playoff" or "lottery";

    /// <summary>"Book me a table for two".</summary>
    private bool Books => parts.Sentence.Stem(0) is "book" or "reserve" or "order" && parts.Sentence[1] is "me" or "us" or "a" && Enumerable.Range(2, 3).Any(at => parts.Sentence.Stem(at) is "table" or "flight" or "room" or "taxi" or "cab" or "hotel" or "ticket" or "pizza" or "car" or "uber" or "desk");

    private int OffTopicAt => Enumerable.Range(0, parts.Sentence.Count).FirstOrDefault(at => parts.Sentence.Stem(at) is "footy" or "cricket" or "rugby" or "hockey" or "tennis" or "oscar" or "superbowl" or "wimbledon" or "playoff" || (parts.Sentence.Stem(at) == "cup" && parts.Sentence[at - 1] is "world" or "europa" or "fa" or "asia" or "stanley") || parts.Sentence.Stem(at) is "weather" or "rain" or "joke" or "poem" or "song" or "music" or "movie" or "film" or "recipe" or "lunch" or "dinner" or "breakfast" or "restaurant" or "pizza" or "football" or "soccer" or "baseball"
        or "basketball" or "horoscope" or "bitcoin" or "crypto" or "president" or "election" or "birthday" or "translate" or "lottery" or "traffic jam" or "temperature outside" or "match" or "olympic", -1);

    /// <summary>"Acme called", "Priya wants a call": something is told of somebody, and nothing asked.</summary>
    public static bool Tells(SentenceParts parts) => parts.Scope.NamesOne && !parts.Sentence.Text.TrimEnd().EndsWith('?')
        && parts.Scope.Named().Any(name => name.Dimension is Dimension.Account or Dimension.Owner && name.First <= 1 && parts.Sentence[name.End] is "called" or "phoned" or "rang" or "emailed" or "wrote" or "replied" or "responded" or "texted" or "pinged" or "messaged" or "said" or "says" or "told" or "asked" or "asks"
            or "wants" or "want" or "wanted" or "complained" or "confirmed" or "agreed" or "refused" or "declined" or "cancelled" or "canceled" or "signed" or "loves" or "likes" or "hates" or "met" or "visited" or "needs" or "thinks" or "believes" or "accepted" or "rejected" or "signs" or "calls");


    private QuestionReading.Unclear? Which(bool isRanked)
    {
        var asks = isRanked || NamesParts || AsksHowItGoes || WantsNumbers || parts.Spans.Any(span => span.Kind is LexiconKind.Versus or LexiconKind.Split or LexiconKind.Dimension or LexiconKind.Mine);
        if (!asks || parts.Scope.Ambiguous is not null || parts.Spans.Any(span => span.Kind is LexiconKind.State or LexiconKind.Beyond))
        {
            return null;
        }

        var text = parts.Sentence.Text.TrimEnd('?', ' ', '.', '!');
        var isSentence = parts.Sentence[0] is "how" or "hows" or "what" or "whats" or "who" or "whos" or "which" or "where";
        return new QuestionReading.Unclear(
            "Which number do you mean?",
            [.. Usual.Select(parts.Catalog.Find).OfType<Metric>().Select(metric => new Choice(metric.Title, isSentence ? $"{text} by {metric.Title.ToLowerInvariant()}" : $"{metric.Title} {text}"))])
        { Score = Score };
    }

    /// <summary>"csat last quarter": something is asked for a period or by something, and only what is unknown.</summary>
    private QuestionReading.Refused? Unknown(IReadOnlyList<int> unknown, ImmutableArray<DealFilter> said)
    {
        if (unknown.Count > MostUnknown || parts.Sentence.Count > MostWords || !(NamesParts || parts.Spans.Any(span => span.Kind is LexiconKind.Dimension || span is { Kind: LexiconKind.Aspect, Value: "count" })))
        {
            return null;
        }

        List<string> words = [.. unknown.Select(at => $"“{parts.Sentence.Written(at, 1)}”").Distinct()];
        return new QuestionReading.Refused($"I don't know what {CountText.List(words)} {(words.Count == 1 ? "means" : "mean")} here.", new Question { Measure = MeasureIds.OpenAmount, Filters = said }) { IsOfWords = true, Score = Score };
    }
}
