using System.Collections.Frozen;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Ask;

/// <summary>Every phrase the parser knows, in one table: a new synonym is a row here or in the metric catalogue, never a pattern for a whole sentence.</summary>
internal sealed class Lexicon
{
    private const int LongestPhrase = 8;

    private static readonly (LexiconKind Kind, string Value, string Phrases)[] Rows =
    [
        (LexiconKind.State, "won", "won|win|wins|winning|closed won|closed|did close|sold|sell|selling|booked|book|signed|landed|land|brought in|bring in|closed deal|closing the most|close the most|close most|made|make|bought|buy|purchased"),
        (LexiconKind.State, "lost", "lost|lose|losing|loss|losses|closed lost|lost to|beat us|beats us|beaten by|beating us"),
        (LexiconKind.State, "open", "open|active|live|in play|in flight|still open|ongoing|currently open|in progress|pending|unclosed"),
        (LexiconKind.State, "created", "created|create|generated|generate|added|opened|newly created|came in|come in|sourced|entered the pipeline|new"),
        (LexiconKind.State, "closing", "closing|due|close|closes|due to close|expected to close|set to close|slated to close|supposed to close|going to close|will close|to close|expected|landing|with a close date|close date|have a close date|closable"),
        (LexiconKind.State, "overdue", "overdue|past due|past their close date|past the close date|past its close date|past close date|past their expected close date"),
        (LexiconKind.Aspect, "count", "how many|number of|count|count of|the number of|# of"),
        (LexiconKind.Aspect, "amount", "how much|amount|amount of|value|total value|total amount|value of|worth|dollar|money|in dollars|sum|sum of|volume|by value|by amount|$"),
        (LexiconKind.Aspect, "average", "average|avg|mean|typical|on average"),
        (LexiconKind.Aspect, "median", "median"),
        (LexiconKind.Aspect, "long", "how long|how fast|how quickly|duration|how slow|time in|day in|time at|time spent in"),
        (LexiconKind.Aspect, "odds", "odds|odds of|odds that|chance|chances|chance of|chances of|probability of|likelihood|likelihood of|how likely"),
        (LexiconKind.Aspect, "passage", "entered|entering|reach|reaches|make it|makes it|made it|get past|gets past|got past|progress|progresses|progressed|advance|advances|advanced|get through|got through|get further|convert|converts|converting|move on|moves on|moved on"),
        (LexiconKind.Aspect, "list", "show me|list|give me a list of|which ones|show|display|pull up|see|find|list all|show all|give me"),
        (LexiconKind.Deals, "deals", "deal|opportunity|opp|oppty|opps|oppties|plate|book of business|everything"),
        (LexiconKind.Rank, "top", "top|leading|ranked|rank|ranking|leaderboard|highest first|descending|in descending order|largest first|biggest first|sorted by amount|ordered by amount|by size|sort by amount|order by amount"),
        (LexiconKind.Rank, "highest", "highest|most|biggest|largest|greatest|max|maximum|more than anyone|high"),
        (LexiconKind.Rank, "lowest", "lowest|least|fewest|smallest|min|minimum|bottom|lowest first|ascending|smallest first|tiniest"),
        (LexiconKind.Rank, "best", "best|strongest|better|performs best|performing best"),
        (LexiconKind.Rank, "worst", "worst|weakest|poorest|underperforming"),
        (LexiconKind.Rank, "slowest", "slowest|longest"),
        (LexiconKind.Rank, "fastest", "fastest|shortest|quickest"),
        (LexiconKind.Split, "by", "by|per|each|across|for each|for every|every|split by|broken down by|broken out by|breakdown by|grouped by|group by|by each|split up by|sliced by|split|among"),
        (LexiconKind.Split, "which", "which|what|whats"),
        (LexiconKind.Versus, "vs", "vs|versus|against|compared with|compared to|compare with|compare to|in comparison with|in comparison to|relative to|than|compared against|v"),
        (LexiconKind.Versus, "compare", "compare|comparing|comparison of|comparison"),
        (LexiconKind.Change, "previous", "up or down|changed|change|changing|grown|growing|growth|improved|improving|improve|better or worse|increased|decreased|dropped|trending|trend|falling|rising|going up|going down|gone up|gone down|down or up|more or less|higher or lower|moved|moving|developed|shifted|pick up|picked up|picking up|slow down|slowed down|slowing down|speed up|sped up|speeding up"),
        (LexiconKind.Change, "before", "the one before|the quarter before|the month before|the year before|the week before|the previous one|the prior one|the period before|previous period|prior period|before that|the preceding one|preceding period|the previous period"),
        (LexiconKind.Change, "year", "year over year|yoy|same period last year|same time last year|the same period last year|a year ago|same quarter last year|same month last year|the year earlier|a year earlier|this time last year|y/y|same quarter a year earlier|same quarter a year ago|same month a year earlier|same month a year ago|same period a year earlier|same period a year ago"),
        (LexiconKind.Change, "step", "quarter over quarter|qoq|month over month|mom|week over week|wow"),
        (LexiconKind.Mine, "me", "my|mine|i|ive|im|i have|of mine|myself"),
        (LexiconKind.Mine, "team", "my team|our team|my teams|our teams|my group|my reps|my people|my direct reports|my reports"),
        (LexiconKind.Not, "not", "not|excluding|exclude|except|except for|without|other than|outside|outside of|ignoring|minus|non|but not|leaving out|apart from|no|not in|not from|aside from|that are not|that arent|arent"),
        (LexiconKind.Asks, "who", "who|whose|who is|whos"),
        (LexiconKind.Asks, "where", "where|at which point|whereabouts"),
        (LexiconKind.Asks, "why", "why|how come|for what reason"),
        (LexiconKind.Dimension, nameof(Dimension.Owner), "owner|rep|sales rep|ae|account executive|agent|sales agent|seller|salesperson|sales person|salespeople|sales people|person|people|salesman|deal owner|sales executive|team member|colleague|individual|teammate|guy"),
        (LexiconKind.Dimension, nameof(Dimension.Team), "team|sales team|squad"),
        (LexiconKind.Dimension, nameof(Dimension.Manager), "manager|sales manager|boss"),
        (LexiconKind.Dimension, nameof(Dimension.Stage), "stage|pipeline stage|deal stage|sales stage|phase|step"),
        (LexiconKind.Dimension, nameof(Dimension.StageGroup), "status|deal status|stage group|outcome"),
        (LexiconKind.Dimension, nameof(Dimension.Source), "source|lead source|deal source|channel|origin|acquisition channel|sourced from"),
        (LexiconKind.Dimension, nameof(Dimension.Segment), "segment|customer segment|market segment|tier|company size|account segment|size segment"),
        (LexiconKind.Dimension, nameof(Dimension.Region), "region|territory|geo|geography|area|areas|sales region|location"),
        (LexiconKind.Dimension, nameof(Dimension.Industry), "industry|vertical|sector"),
        (LexiconKind.Dimension, nameof(Dimension.Account), "account|customer|client|company|logo|prospect|buyer"),
        (LexiconKind.Dimension, nameof(Dimension.Product), "product|product line|sku|offering"),
        (LexiconKind.Dimension, nameof(Dimension.DealType), "type|deal type|opportunity type|type of deal|kind of deal|business type"),
        (LexiconKind.Dimension, nameof(Dimension.ForecastCategory), "forecast category|category"),
        (LexiconKind.Dimension, nameof(Dimension.LossReason), "loss reason|lost reason|reason|reason for loss|reason we lost|reason for losing|closed lost reason|losing reason|why we lost|why we lose"),
        (LexiconKind.Dimension, nameof(Dimension.Competitor), "competitor|competition|rival|vendor"),
        (LexiconKind.Dimension, nameof(Dimension.Currency), "currency"),
        (LexiconKind.Dimension, nameof(Dimension.Week), "week"),
        (LexiconKind.Dimension, nameof(Dimension.Month), "month"),
        (LexiconKind.Dimension, nameof(Dimension.Quarter), "quarter"),
        (LexiconKind.Dimension, nameof(Dimension.Year), "year"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Week), "weekly|week by week|by the week"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Month), "monthly|month by month|by the month"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Quarter), "quarterly|quarter by quarter"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Year), "yearly|annually|year by year"),
        (LexiconKind.Beyond, "pipeline coverage", "coverage|pipeline coverage|coverage ratio|pipe coverage|cover"),
        (LexiconKind.Beyond, "a forecast", "forecast|commit|best case|forecast accuracy|projection|going to hit our number|going to land|run rate|projected revenue|hit our number|make our number|hit the number"),
        (LexiconKind.Beyond, "slippage", "slippage|slipped|slip|slipping|push count|pushed|pushed out|slipped deals|slip rate|slippage rate"),
        (LexiconKind.Beyond, "quota attainment", "quota|quotas|attainment|quota attainment|target|on target|gap to quota|gap to target|to quota|plan|on plan"),
        (LexiconKind.Beyond, "lead figures", "lead|leads|mql|mqls|sql|sqls|sal|lead conversion|response time|lead response time|handoff|handoff time|lead conversion rate|qualified lead|lead to opportunity conversion"),
        (LexiconKind.Beyond, "acquisition cost", "cac|customer acquisition cost|payback|cac payback|payback period|cost per lead|cost per acquisition|ltv|lifetime value|ltv cac|roi"),
        (LexiconKind.Beyond, "retention", "nrr|grr|net revenue retention|gross revenue retention|net retention|gross retention|churn|churn rate|retention|retention rate"),
        (LexiconKind.Beyond, "recurring revenue", "arr|mrr|annual recurring revenue|monthly recurring revenue|recurring revenue|burn rate|runway|nps|billings|margin|gross margin|profit"),
        (LexiconKind.Beyond, "activity figures", "activity|activities|meeting|meetings|calls|call|email|emails|demos|demo|touchpoints|interactions"),
        (LexiconKind.Beyond, "pipeline hygiene", "hygiene|hygiene score|pipeline hygiene|pipeline health|data quality|health score|deal health"),
        (LexiconKind.Beyond, "deal age", "aging|ageing|pipeline aging|deal age|age|aging report|how old"),
        (LexiconKind.Beyond, "discounts", "discount|discounts|discounting|discount rate"),
        (LexiconKind.Small, "", "a|an|the|of|in|on|at|for|from|to|with|and|or|as|is|are|was|were|be|been|being|am|do|does|did|doing|done|has|have|had|having|we|us|our|ours|you|your|it|its|it's|that|this|these|those|there|their|they|them|me|please|pls|plz|can|could|would|will|should|shall|may i|want|need|like|tell|tell me|know|get|got|give|hey|hi|hello|ok|okay|so|just|now|right now|currently|at the moment|right|current|total|overall|all|altogether|in total|entire|whole|any|some|much|many|more|been|about|around|into|within|during|over|up|out|off|per|also|then|when|how|hows|looking|look|looks|like|stand|standing|say|says|going|go|went|coming|come|comes|came|company|companywide|company wide|business|report|summary|overview|figure|number|stat|stats|statistics|metric|kpi|data|chart|table|graph|breakdown|view|picture|status|sitting|sit|sits|stay|stays|stuck in|take|takes|taking|took|spend|spent|spends|carry|carrying|hold|holding|held|own|owns|owned|owning|have got|thanks|thank you|thx|exactly|actually|really|roughly|approximately|first|one|ones|thing|s|im|i want to know|i would like|id like|i need|i want|can i see|could i see|can i get|could i get|i'd like to know|may i see|let me know|let me see|do i have|please show|quick|quickly|hmm|um|uh|well|still|yet|already|only|mostly|rate|ratio|percentage|percent|%|share|perform|performing|performed|performance|fare|faring|fared|generally|usually|normally|historically|so far|to date|period|time|span|range|won and lost|both|between|side by side|by us|from us|bring|brings|contribute|contributed|drive|drives|driving|produce|produced|produces|deliver|delivered|got in|if|because|due to|of the|here|available|been doing|good|bad|well|what about|how about|pretty|very|too|lately|today's|todays|deals are there|worked on|work on|working on|working|handled|handle|dealing|based|located|belonging|belong|belongs|related|respect|terms|regard|regarding|concerning|called|named|wise|level|high level|end up|ended up|ended|reached|have been|account for|accounts for|it take|it took|until|till|before|after|since|people have|get closed|get won|get lost|getting|need to|needs|reason why|via|through|using|use|out there|being worked|where we|that we|did we|do we|have we|are we|were we|were there|are there|is there|was there|world|everyone|everybody|anyone|anybody|someone|us all|again|month end"),
    ];

    private static readonly FrozenSet<string> Unwanted = new[]
    {
        // Verbs and questions are read by their parts, whatever stands between them; a name inside such a phrase belongs to the scope.
        "closed the most", "won the most", "sold the most", "lost the most", "new business won", "new customer won", "slowest stage", "fastest stage", "fastest to close", "slowest to close",
        "how many deal", "number of deal", "convert", "in the funnel",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, LexiconEntry> _phrases;
    private readonly FrozenSet<string> _words;
    private readonly TypoIndex _typos = new();

    public Lexicon(MetricCatalog catalog)
    {
        var phrases = new Dictionary<string, LexiconEntry>(StringComparer.Ordinal);
        foreach (var (kind, value, row) in Rows)
        {
            var entry = new LexiconEntry(kind, value);
            foreach (var phrase in row.Split('|'))
            {
                phrases.TryAdd(WordSplitter.KeyOf(phrase), entry);
            }
        }

        foreach (var metric in catalog.Metrics)
        {
            foreach (var synonym in metric.Synonyms)
            {
                var key = WordSplitter.KeyOf(synonym);
                if (!Unwanted.Contains(key) && !key.StartsWith("how many ", StringComparison.Ordinal) && !key.StartsWith("how long ", StringComparison.Ordinal) && !key.StartsWith("did we ", StringComparison.Ordinal) && !IsState(phrases, key))
                {
                    phrases[key] = new LexiconEntry(LexiconKind.Measure, metric.Id);
                }
            }
        }

        _phrases = phrases.ToFrozenDictionary(StringComparer.Ordinal);
        _words = phrases.Keys.SelectMany(phrase => phrase.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
        foreach (var word in _words)
        {
            _typos.Add(word);
        }
    }

    /// <summary>All phrases among the free words, from left to right, the longest first.</summary>
    public List<LexiconSpan> FindAll(Sentence sentence)
    {
        var spans = new List<LexiconSpan>();
        var lookup = _phrases.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[256];
        Span<int> ends = stackalloc int[LongestPhrase];
        for (var at = 0; at < sentence.Count;)
        {
            var (length, count) = (0, 0);
            while (count < LongestPhrase && sentence.IsFree(at + count) && sentence.Stem(at + count) is { Length: > 0 } stem && length + stem.Length + 1 < buffer.Length)
            {
                if (count > 0)
                {
                    buffer[length++] = ' ';
                }

                stem.CopyTo(buffer[length..]);
                length += stem.Length;
                ends[count++] = length;
            }

            LexiconEntry? entry = null;
            while (count > 0 && !lookup.TryGetValue(buffer[..ends[count - 1]], out entry))
            {
                count--;
            }

            if (entry is not null)
            {
                spans.Add(new LexiconSpan(at, count, entry));
            }

            at += Math.Max(count, 1);
        }

        return spans;
    }

    public bool Knows(string stem) => _words.Contains(stem);

    /// <summary>The one known word a misspelt one must mean, or null.</summary>
    public string? Correct(string stem) => _typos.Near(stem) is { Count: > 0 } near ? near.OrderByDescending(word => word.Length).First() : null;

    private static bool IsState(Dictionary<string, LexiconEntry> phrases, string key) =>
        phrases.TryGetValue(key, out var entry) && entry.Kind is LexiconKind.State;
}
