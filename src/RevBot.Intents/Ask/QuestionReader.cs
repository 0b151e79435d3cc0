using System.Runtime.CompilerServices;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.Clauses;
using RevBot.Intents.ListDeals;
using RevBot.Intents.Slots;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.Ask;

/// <summary>Reads what a turn says as a question, once for all intents that want to know. Scoped to the turn.</summary>
public sealed class QuestionReader(TurnScene scene, IPipelineReader reader, ICompany company, NameDirectory names, QuestionParser parser, RecentReadings recent, AskQuery query)
{
    /// <summary>A button holds so much of a question beside who asked it and when.</summary>
    private const int RoomForButton = 100;

    /// <summary>How sure it is that something is to be done with an answer, when that is said outright.</summary>
    private const double OfAnswer = .96;

    private const int LongestWithAsides = 400;

    /// <summary>Nobody counts further: "the tenth one".</summary>
    private const int MostRows = 10;

    /// <summary>A message is read whole and in pieces, by several intents.</summary>
    private readonly Dictionary<string, AskedQuestion> _read = [];

    private (string Said, Utterance? Meant)? _spelt;

    public async ValueTask<AskedQuestion> ReadAsync(string text, TurnContext context, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(text, out var known))
        {
            return known;
        }

        var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
        return _read[text] = Read(QuestionThread.Plain(DateWords.SpellOut(text, context.Dates.Order)), snapshot, company.Profile, person, context.Now, context.Turn.AsOf is not null);
    }

    /// <summary>Reads a question again as it was asked, of what whoever presses may see; null when its asker is gone.</summary>
    /// <param name="context">The turn it is answered in.</param>
    public async ValueTask<AskedQuestion?> ReadAgainAsync(AskedText asked, TurnContext context, CancellationToken cancellationToken)
    {
        var whole = await reader.GetSnapshotAsync(asked.IsAsOf ? asked.At : null, cancellationToken);
        var (_, presser) = await scene.SeeAsync(context, cancellationToken);
        return (asked.By == People.Operator.Id ? People.Operator : whole.People.GetValueOrDefault(asked.By)) is { } person
            ? Read(asked.Text, LimitedPipeline.Of(whole, presser, company.Profile), company.Profile, person, asked.At, asked.IsAsOf)
            : null;
    }

    /// <summary>Reads a sentence for whoever runs the bot, when nobody has asked.</summary>
    public async ValueTask<AskedQuestion> RehearseAsync(string text, DateTimeOffset now, CancellationToken cancellationToken) =>
        Read(text, await reader.GetSnapshotAsync(null, cancellationToken), company.Profile, People.Operator, now, isAsOf: false);

    /// <summary>What a turn says with its misspelt words as they were meant: what capabilities look for their own words in besides what was written. Null when none is misspelt, and there is nothing to be read a second time.</summary>
    public async ValueTask<Utterance?> MeantAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (_spelt is not { } known || known.Said != utterance.Text)
        {
            var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
            var spelt = Spelt(utterance.Text, snapshot, company.Profile, person, context.Now);
            _spelt = known = (utterance.Text, Utterance.Of(spelt) is var meant && meant.Text != utterance.Text ? meant : null);
        }

        return known.Meant;
    }

    /// <summary>What a capability may find its words in: the sentence as it was meant, and the same without a piece before or behind a comma that names nothing ("was out sick, what changed since Monday?").</summary>
    public IReadOnlyList<string> Cores(AskedQuestion asked) => Recently(asked.Text, asked, () => FindCores(asked).ToList());

    /// <summary>Reads another sentence for the same asker and moment; how near questions are checked.</summary>
    public AskedQuestion ReadLike(AskedQuestion like, string text) => Read(text, like.Snapshot, like.Company, like.Me, like.Now, like.IsAsOf);

    /// <summary>Reads <paramref name="said"/> as going on from a question that was understood; null when it does not.</summary>
    public AskedQuestion? Continue(AskedQuestion last, AskedQuestion said)
    {
        var whole = GoOn(last, said);
        var steps = EditChain.Of(said.Text);
        return steps.Count > 1 && (whole?.Reading is not QuestionReading.Understood || steps.Exists(EditChain.TakesBack) || (said.Text.Contains(Reworded(last, said, said.Text), StringComparison.OrdinalIgnoreCase) && steps.Exists(step => Reworded(last, said, step) is var other && other != step && !EditChain.IsOrder(other)))) ? InSteps(last, said, steps) ?? whole : whole;
    }

    /// <summary>"Without the comparison, but by region": one after the other; null when one of them does nothing with the answer.</summary>
    private AskedQuestion? InSteps(AskedQuestion last, AskedQuestion said, List<string> steps)
    {
        var (done, score) = (last, 0d);
        foreach (var step in steps)
        {
            if (GoOn(done, said with { Text = step }) is not { Reading: QuestionReading.Understood { Score: var sure } } next)
            {
                return null;
            }

            (done, score) = (next, Math.Max(score, sure));
        }

        return done with { Reading = done.Reading is { } reading ? reading with { Score = score } : null };
    }

    private static string Reworded(AskedQuestion last, AskedQuestion said, string text) => last.Reading is not QuestionReading.Understood understood ? text
        : Rewording.Of(text, understood.Question, understood.Shape == QuestionShape.DealList, said.Me is { Role: PersonRole.Rep or PersonRole.Manager, Team.Length: > 0 });

    private AskedQuestion? GoOn(AskedQuestion last, AskedQuestion said)
    {
        if (last.Reading is not QuestionReading.Understood understood)
        {
            return null;
        }

        // What somebody tells to do with an answer, in the words of questions; where those say nothing, as it was written.
        var reworded = Reworded(last, said, said.Text);
        var reading = reworded == said.Text ? null : parser.Continue(reworded, understood, ContextOf(said));
        (said, reading) = reading is QuestionReading.Understood or QuestionReading.Unclear ? (said with { Text = reworded }, reading with { Score = Math.Max(reading.Score, OfAnswer) }) : (said, parser.Continue(said.Text, understood, ContextOf(said)));
        var whole = said with { Text = QuestionThread.Append(last.Text, said.Text), Reading = reading };
        return reading is QuestionReading.Understood merged ? Shortened(whole, merged) : reading is null ? null : whole;
    }

    /// <summary>The sentences of those that <paramref name="text"/> asks in a row ("bookings and win rate for EMEA"); empty when it asks one thing, or when they would not all be read.</summary>
    /// <param name="like">What it is read against.</param>
    public IReadOnlyList<string> Series(AskedQuestion like, string text) => Recently(text, like, () => ReadSeries(like, text));

    /// <summary>What a message may ask when something of it is left aside, the surest first; none when all of it asks.</summary>
    internal IReadOnlyList<Message> Messages(AskedQuestion said) => Recently(said.Text, said, () => parser.Messages(said.Text, ContextOf(said)));

    /// <summary>A message without the words that nobody understood and that cannot narrow what it asks; null when there are none.</summary>
    internal string? WithoutIdle(AskedQuestion said) => Recently(said.Text, said, () => parser.WithoutIdle(said.Text, ContextOf(said)));

    /// <summary>A message with what its pointing words stand for in their place ("she", "there", "that day"), by what it said before them or else by the question before; null when there is nothing to put.</summary>
    /// <param name="shown">The customer whose card was shown since; null for none.</param>
    internal string? Pointed(AskedQuestion said, Func<AskedQuestion?> last, string? shown = null) => parser.Pointed(said.Text, () => shown is not null ? [new Antecedent(shown, 0, Antecedent.Question) { Dimension = Dimension.Account }] : last() is { } before ? SpokenOf(before) : [], ContextOf(said));

    /// <summary>"And won this year?" behind the card of a customer, with that customer; null for what asks nothing so, or names another.</summary>
    internal string? OfCustomer(AskedQuestion said, string name)
    {
        if (!FollowUpWords.HangsOn(said.Text) || said.Reading is QuestionReading.Understood { Question.Filters: var filters } && filters.Any(filter => filter is DealFilter.In { Dimension: Dimension.Account }))
        {
            return null;
        }

        var whole = $"{FollowUpWords.Untied(said.Text)} at {name}?";
        return ReadLike(said, whole).Reading is QuestionReading.Understood { Question.Filters: var named } && named.Any(filter => filter is DealFilter.In { Dimension: Dimension.Account }) ? whole : null;
    }

    /// <summary>What a message may mean in which somebody says something anew, the likeliest first; none when nobody does.</summary>
    internal IReadOnlyList<string> Corrections(AskedQuestion said) => Recently(said.Text, said, () => parser.Corrections(said.Text, ContextOf(said)));

    /// <summary>True when a sentence asks nothing new but says how the one before it is meant: "How did we do on wins? Number of deals.", "Who do we lose against? Losses by competitor, please."</summary>
    public bool Elaborates(AskedQuestion like, string before, string said)
    {
        if (said.EndsWith('?') || ReadLike(like, $"{before} {said}").Reading is not QuestionReading.Understood { Question: var whole } || !parser.IsPlain(said, ContextOf(like), out var isBare))
        {
            return false;
        }

        return isBare || (before.EndsWith('?') && ReadLike(like, said).Reading is QuestionReading.Understood { Question: var one } && one.Measure == whole.Measure
            && ReadLike(like, before).Reading is QuestionReading.Understood { Question.Measure: var other } && MeasureKin.AreKin(one.Measure, other)
            && one.Filters.All(whole.Filters.Contains) && one.Breakdown.All(whole.Breakdown.Contains));
    }

    /// <summary>What a question was about, and whoever came out first where one was asked for: "who won the most?" is answered by somebody.</summary>
    private List<Antecedent> SpokenOf(AskedQuestion before)
    {
        if (before.Reading is not QuestionReading.Understood { Question: var question, Shape: var shape })
        {
            return [];
        }

        var spoken = Antecedent.Of(question);
        if (shape == QuestionShape.Figure && question is { Breakdown: [var by], Ranking.Count: 1 } && query.Obstacle(question, before.Snapshot) is null
            && query.Evaluate(question, before.Snapshot, before.Company, before.Now).Rows is [{ Value: not null, Keys: [var first] }, ..])
        {
            spoken.Add(new Antecedent(first.Label, 0, Antecedent.Winner) { Dimension = by });
        }

        if (LeadReader.IsOfLeads(question.Measure))
        {
            // "How fast did we respond to them": to the leads, and not to where they came from.
            spoken.RemoveAll(named => named.Dimension == Dimension.Source);
        }

        spoken.AddRange(RowsOf(before, question, shape));

        // "And just her?" behind what was asked of all again.
        spoken.AddRange(QuestionThread.Split(before.Text).SelectMany((sentence, at) => parser.PeopleIn(sentence, ContextOf(before)).Select(name => new Antecedent(name, 0, at - QuestionThread.MostBack) { Dimension = Dimension.Owner })));
        return spoken;
    }

    /// <summary>The rows of an answer, or the deals of a list, as they may be pointed at: "the first one".</summary>
    private List<Antecedent> RowsOf(AskedQuestion before, Question question, QuestionShape shape)
    {
        if (query.Obstacle(question, before.Snapshot) is not null || (shape == QuestionShape.Figure && question.Breakdown.Length != 1))
        {
            return [];
        }

        var answer = query.Evaluate(question, before.Snapshot, before.Company, before.Now);
        List<Antecedent> rows = shape == QuestionShape.DealList
            ? [.. (DealListQuery.Orders(answer.Metric) ? DealListQuery.List(before, question, answer.Metric).Deals.Take(MostRows) : []).Select((deal, at) => new Antecedent("#" + deal.Id.Value, 0, Antecedent.Winner) { Row = at + 1 })]
            : [.. answer.Rows.Select((row, at) => new Antecedent(row.Keys[0].Label, 0, Antecedent.Winner) { Dimension = question.Breakdown[0], Row = at + 1 }).Where(row => row.Text.Length > 0)];
        return rows.Count == 0 || shape == QuestionShape.DealList ? rows : [.. rows.Take(MostRows), rows[^1] with { Row = Antecedent.LastRow }];
    }

    private IEnumerable<string> FindCores(AskedQuestion asked)
    {
        // Whoever wants to know is nobody whose deals are meant.
        var text = Spelt(asked.Text, asked.Snapshot, asked.Company, asked.Me, asked.Now) is var spelt && spelt.Length <= LongestWithAsides ? Asides.Reported(spelt) ?? spelt : spelt;
        yield return text;
        if (text.Length > LongestWithAsides)
        {
            yield break;
        }

        var (first, last) = (Asides.First(text), Asides.Last(text));
        var (before, behind) = (first > 0 && IsAside(text[..first]), last > 0 && IsAside(text[last..]));
        if (before)
        {
            yield return text[(first + 1)..].Trim();
        }

        if (behind)
        {
            yield return text[..last].Trim();
        }

        if (before && behind && first < last)
        {
            yield return text[(first + 1)..last].Trim();
        }

        bool IsAside(string piece) => !Asides.Narrows(piece) && !Asides.Splits(piece) && !parser.NamesParts(piece, ContextOf(asked));
    }

    private List<string> ReadSeries(AskedQuestion like, string text)
    {
        var members = parser.Series(QuestionThread.Plain(text), ContextOf(like));
        var readings = members.ConvertAll(member => ReadLike(like, member).Reading);
        var understood = readings.OfType<QuestionReading.Understood>().ToList();
        if (understood.Count == 0 || understood.Select(reading => (reading.Question, reading.Shape)).Distinct().Count() < understood.Count || readings.Exists(reading => reading is null or QuestionReading.Unclear))
        {
            return [];
        }

        // Beside figures, "deals lost last month" is one too.
        var figures = understood.Exists(reading => reading.Shape == QuestionShape.Figure) && !FollowUpWords.AsksForThings(text);
        return [.. members.Select((member, at) => figures && readings[at] is QuestionReading.Understood { Shape: QuestionShape.DealList } ? $"number of {member}" : member)];
    }

    private static bool Owns(PersonId person, Pipeline.History.PipelineSnapshot snapshot)
    {
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal.Owner == person)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What was said in between and has been said anew since is left out, until the thread fits where it is carried.</summary>
    private AskedQuestion Shortened(AskedQuestion whole, QuestionReading.Understood merged)
    {
        var sentences = QuestionThread.Split(whole.Text);
        for (var at = 1; at < sentences.Count - 1 && QuestionThread.Join(sentences).Length > RoomForButton;)
        {
            List<string> fewer = [.. sentences[..at], .. sentences[(at + 1)..]];
            if (ReadThread(fewer, ContextOf(whole)) is QuestionReading.Understood same && same.Question == merged.Question && same.Shape == merged.Shape)
            {
                sentences = fewer;
            }
            else
            {
                at++;
            }
        }

        return whole with { Text = QuestionThread.Join(sentences) };
    }

    private QuestionReading? ReadThread(List<string> sentences, ReadContext context) =>
        sentences.Skip(1).Aggregate(
            sentences.Count > 0 ? parser.Read(sentences[0], context) : null,
            (reading, sentence) => reading is QuestionReading.Understood before ? parser.Continue(sentence, before, context) : null);

    private string Spelt(string text, Pipeline.History.PipelineSnapshot snapshot, CompanyProfile profile, Person? me, DateTimeOffset now) =>
        recent.Of(text, snapshot, profile, me, profile.Work.DateAt(now), () => parser.Spelt(text, ContextOf(snapshot, profile, me, now)));

    private T Recently<T>(string text, AskedQuestion like, Func<T> read, [CallerMemberName] string what = "") =>
        recent.Of(text, like.Snapshot, like.Company, like.Me, like.Company.Work.DateAt(like.Now), read, what);

    private ReadContext ContextOf(AskedQuestion asked) => ContextOf(asked.Snapshot, asked.Company, asked.Me, asked.Now);

    private ReadContext ContextOf(Pipeline.History.PipelineSnapshot snapshot, CompanyProfile profile, Person? me, DateTimeOffset now) =>
        new(profile, names.For(snapshot, profile), me, profile.Work.DateAt(now))
        {
            Manages = id => snapshot.People.Values.Any(person => person.Manager?.Value == id),
            OwnsDeals = () => me is not null && Owns(me.Id, snapshot),
            Teams = () => [.. snapshot.People.Values.Select(person => person.Team).OfType<string>().Where(team => team.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };

    private AskedQuestion Read(string text, Pipeline.History.PipelineSnapshot snapshot, CompanyProfile profile, Person? me, DateTimeOffset now, bool isAsOf) => new()
    {
        Text = text,
        Reading = recent.Of(text, snapshot, profile, me, profile.Work.DateAt(now), () => ReadThread(QuestionThread.Split(text), ContextOf(snapshot, profile, me, now))),
        Snapshot = snapshot,
        Company = profile,
        Me = me,
        Now = now,
        IsAsOf = isAsOf,
    };
}
