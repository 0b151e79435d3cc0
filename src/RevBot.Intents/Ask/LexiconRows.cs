using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Ask;

/// <summary>The words of questions: a new synonym is a word in a row here or in the metric catalogue, never a pattern for a whole sentence. Where a phrase stands twice, the first row has it.</summary>
internal static class LexiconRows
{
    /// <summary>Words of readers that have no row here; known, so that they may be misspelt.</summary>
    public const string OtherWords = "touched untouched updated contacted activity older longer stuck parked pushed twice times thrice least more than next step without missing either early late mid start beginning rest";

    public static readonly (LexiconKind Kind, string Value, string Phrases)[] All =
    [
        (LexiconKind.State, "won", "won|win|wins|winning|closed won|closed|did close|sold|sell|selling|booked|book|signed|landed|land|brought in|bring in|closing the most|close the most|close most|made|make|bought|buy|purchased|sale|out sell|outsell|outsold|sign|won off|landed on"),
        (LexiconKind.State, "lost", "lost|lose|losing|loss|losses|closed lost|lost to|beat us|beats us|beaten by|beating us|loose|loosing|got away|get away|gets away|die|dies|died|dying|went dark|go dark|fell through|fall through|we drop|we dropped|did we drop|have we dropped|lost out|turned us down"),
        (LexiconKind.State, "open", "open|active|live|in play|in flight|still open|ongoing|currently open|in progress|pending|unclosed"),
        (LexiconKind.State, "created", "created|create|generated|generate|added|opened|newly created|add|adds|add to|added to|brought into|building|build|built|came in|come in|sourced|entered the pipeline|new"),
        (LexiconKind.State, "closing", "closing|due|close|land|lands|should land|slated|slated to land|set to land|expected to land|scheduled to close|planned to close|forecast to close|supposed to land|expected in|closes|due to close|expected to close|set to close|slated to close|supposed to close|going to close|will close|to close|expected|landing|with a close date|close date|have a close date|closable"),
        (LexiconKind.State, "overdue", "overdue|past due|past their close date|past the close date|past its close date|past close date|past their expected close date|close date behind us|with a close date behind us"),
        (LexiconKind.Aspect, "count", "how many|number of|just the count|count|count of|the number of|# of"),
        (LexiconKind.Aspect, "amount", "how much|total we|the total we|amount|amount of|value|total value|total amount|value of|worth|dollar|money|in dollars|sum|sum of|volume|by value|by amount|$"),
        (LexiconKind.Aspect, "average", "average|avg|mean|typical|on average"),
        (LexiconKind.Aspect, "median", "median"),
        (LexiconKind.Aspect, "weighted", "weighted|probability weighted|risk adjusted|weighted value|weighted value of|weighted amount"),
        (LexiconKind.Aspect, "long", "how long|how fast|how quickly|duration|how slow|time in|day in|time at|time spent in|how many day|number of day|day to close|drag|drags|linger|lingers|lingered"),
        (LexiconKind.Aspect, "rate", "often|how often|most of the time"),
        (LexiconKind.Aspect, "odds", "likely|odds|odds of|odds that|chance|chances|chance of|chances of|probability of|likelihood|likelihood of|how likely"),
        (LexiconKind.Aspect, "passage", "entered|entering|reach|reaches|make it|makes it|made it|get past|gets past|got past|progress|progresses|progressed|advance|advances|advanced|get through|got through|get further|convert|converts|converting|move on|moves on|moved on"),
        (LexiconKind.Aspect, "list", "show me|list|give me a list of|which ones|list them|show them|list those|which are they|show|display|pull up|see|find|list all|show all|give me"),
        (LexiconKind.Deals, "deals", "deal|opportunity|opp|oppty|opps|oppties|plate|book of business|everything"),
        (LexiconKind.Rank, "top", "top|leading|leaderboard"),
        (LexiconKind.Rank, "highest all", "ranked|rank|ranking|highest first|descending|in descending order|largest first|biggest first|sorted by amount|ordered by amount|by size|sort by amount|order by amount"),
        (LexiconKind.Rank, "highest", "highest|furthest|farthest|most|number one|no 1|#1|main|primary|fattest|heaviest|hurt the most|hurt most|biggest|largest|greatest|max|maximum|more than anyone|high"),
        (LexiconKind.Rank, "lowest", "lowest|least|fewest|thinnest|slimmest|lightest|smallest|min|minimum|bottom|tiniest"),
        (LexiconKind.Rank, "lowest all", "lowest first|ascending|in ascending order|smallest first|least first|fewest first"),
        (LexiconKind.Rank, "best all", "best first|strongest first|best to worst|best at the top"),
        (LexiconKind.Rank, "worst all", "worst first|weakest first|poorest first|worst to best|worst at the top|weakest at the top"),
        (LexiconKind.Rank, "slowest all", "slowest first|longest first"),
        (LexiconKind.Rank, "fastest all", "fastest first|shortest first|quickest first"),
        (LexiconKind.Rank, "best", "best|strongest|better|ahead|performs best|performing best"),
        (LexiconKind.Rank, "worst", "worst|weakest|poorest|underperforming"),
        (LexiconKind.Rank, "slowest", "slowest|longest|slower"),
        (LexiconKind.Rank, "fastest", "fastest|shortest|quickest|faster|quicker"),
        (LexiconKind.Split, "by", "by|per|each|across|for each|for every|every|split by|broken down by|break down|break it down by|break down by|broken out by|breakdown by|grouped by|group by|by each|split up by|sliced by|split|among"),
        (LexiconKind.Split, "which", "which|what|whats"),
        (LexiconKind.Versus, "vs", "vs|versus|against|than we did|than it was|than in|than we had|stack up against|compare against|compared with|compared to|compare with|compare to|in comparison with|in comparison to|relative to|than|compared against|v"),
        (LexiconKind.Versus, "compare", "compare|comparing|comparison of|comparison"),
        (LexiconKind.Change, "previous", "up or down|getting bigger|getting smaller|getting longer|getting shorter|getting better|getting worse|getting faster|getting slower|changed|change|changing|grown|growing|growth|improved|improving|improve|better or worse|increased|decreased|dropped|trending|trend|falling|rising|going up|going down|gone up|gone down|down or up|more or less|higher or lower|moved|moving|developed|shifted|pick up|picked up|picking up|slow down|slowed down|slowing down|speed up|sped up|speeding up"),
        (LexiconKind.Change, "before", "the one before|the quarter before|the month before|the year before|the week before|the previous one|the prior one|the period before|previous period|prior period|before that|the preceding one|preceding period|the previous period|the last one"),
        (LexiconKind.Change, "year", "year over year|yoy|same period last year|same time last year|the same period last year|a year ago|same quarter last year|same month last year|the year earlier|a year earlier|this time last year|y/y|y y|year on year|same quarter a year earlier|same quarter a year ago|same month a year ago|same period a year earlier|the same month a year earlier|the same quarter a year earlier|the same quarter to date a year ago|the same period a year ago|same days last year|the same days last year|same period a year ago|same month a year earlier"),
        (LexiconKind.Change, "days", "the same days last month|same days last month|the same days last quarter|same days last quarter|same point last quarter|the same point last quarter|same point last month|the same point last month|this point last quarter|this point last month|same time last month|same time last quarter|the same time last quarter|the same time last month"),
        (LexiconKind.Change, "step", "quarter over quarter|quarter on quarter|month on month|qoq|q q|month over month|mom|week over week|wow"),
        (LexiconKind.Mine, "me", "my|mine|i|ive|im|i have|of mine|myself"),
        (LexiconKind.Mine, "team", "my team|my own team|our team|my teams|our teams|my group|my reps|my people|my direct reports|my reports|my lot|my crew|my squad"),
        (LexiconKind.Not, "not", "not|excluding|exclude|except|except for|without|other than|outside|outside of|ignoring|minus|non|but not|leaving out|apart from|no|not in|not from|aside from|that are not|that arent|arent|isnt|wasnt|werent|neither|nor|not counting|everything but|anything but|all but|that isnt"),
        (LexiconKind.Asks, "who", "who|whose|who is|whos|whom"),
        (LexiconKind.Asks, "where", "where|at which point|whereabouts"),
        (LexiconKind.Asks, "why", "why|how come|for what reason"),
        (LexiconKind.Dimension, nameof(Dimension.Owner), "owner|rep|sales rep|ae|account executive|agent|sales agent|seller|salesperson|sales person|salespeople|sales people|person|people|salesman|deal owner|sales executive|team member|colleague|individual|teammate|guy|closer|quota carrier"),
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
        (LexiconKind.Dimension, nameof(Dimension.Lifecycle), "lifecycle|lifecycle stage|life cycle|life cycle stage|lead lifecycle|lead lifecycle stage|lead stage|lead status|funnel stage"),
        (LexiconKind.Dimension, nameof(Dimension.Week), "week|wk"),
        (LexiconKind.Dimension, nameof(Dimension.Month), "month|mth"),
        (LexiconKind.Dimension, nameof(Dimension.Quarter), "quarter|qtr"),
        (LexiconKind.Dimension, nameof(Dimension.Year), "year|yr"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Owner), "rep by rep|owner by owner|person by person|rep level"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Team), "team by team"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Stage), "stage by stage"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Region), "region by region"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Segment), "segment by segment"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Week), "weekly|week by week|by the week"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Month), "monthly|month by month|by the month"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Quarter), "quarterly|quarter by quarter"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Year), "yearly|annually|year by year"),
        (LexiconKind.Beyond, "a run rate", "run rate"),
        (LexiconKind.Lifecycle, "New/Working", "raw|raw lead"),
        (LexiconKind.Lifecycle, "New", "untouched lead|unworked|unworked lead"),
        (LexiconKind.Lifecycle, "Working", "working lead|lead in progress|lead being worked|lead we are working"),
        (LexiconKind.Lifecycle, "MQL", "mql|marketing qualified lead|marketing qualified"),
        (LexiconKind.Lifecycle, "SAL", "sal|sales accepted lead|sales accepted"),
        (LexiconKind.Lifecycle, "SQL", "sql|sales qualified lead|sales qualified"),
        (LexiconKind.Lifecycle, "MQL/SAL/SQL", "qualified lead"),
        (LexiconKind.Lifecycle, "Converted", "converted|converted lead"),
        (LexiconKind.Lifecycle, "Recycled", "recycled|recycled lead|nurtured|nurture lead"),
        (LexiconKind.Lifecycle, "Disqualified", "disqualified|disqualified lead|unqualified|unqualified lead|junk lead"),
        (LexiconKind.Beyond, "a cost per lead", "cost per lead|cpl|roi|ltv cac|ltv to cac|ltv cac ratio|ltv to cac ratio|return on investment"),
        (LexiconKind.Beyond, "churn", "churn|churn rate|logo churn|customer churn"),
        (LexiconKind.Beyond, "recurring revenue", "arr|mrr|annual recurring revenue|monthly recurring revenue|recurring revenue|burn rate|runway|nps|billings|margin|gross margin|profit"),
        (LexiconKind.Beyond, "activity figures", "activity|activities|meeting|meetings|calls|call|email|emails|demos|demo|touchpoints|interactions"),
        (LexiconKind.Beyond, "discounts", "discount|discounts|discounting|discount rate"),

        // Words that carry no meaning of their own, and so hide none.
        // Articles, prepositions and conjunctions.
        (LexiconKind.Small, "", "back|back in|stupid|dumb|damn|damned|bloody|useless|machine|robot|bot|revbot|idiot|freaking|fucking|goddamn|hell|the hell|mate|buddy|dude|man|sir|madam|folks|guys"),
        (LexiconKind.Small, "", "a|an|the|of|how far|far|ie|eg|in day|day please|submitted|submit|size|in|on|at|for|from|to|with|and|or|as|about|around|into|within|during|over|up|out|off|per|through|via|using|until|till|before|after|since|between|because|due to|both|if|so|then|also|of the|side by side|i e|ie|eg|e g|combined|together|between them|else|either"),
        // Auxiliary verbs.
        (LexiconKind.Small, "", "is|are|was|were|be|been|being|am|do|does|did|doing|done|has|have|had|having|can|could|would|will|should|shall|may i|have got|been doing|have been|did we|do we|have we|are we|were we|were there|are there|is there|was there|do i have|it take|it took|deals are there|keep|kept|keeps|go on|must|might|ve|re|ll|d"),
        // People and things.
        (LexiconKind.Small, "", "we|us|our|ours|you|your|it|its|it's|that|this|these|those|there|their|they|them|me|one|ones|thing|s|here|everyone|everybody|anyone|anybody|someone|us all|people have|by us|from us|world|company|companywide|company wide|business|where we|that we|yourselves|anything|something|stuff|bit|bits|lot|ones|on us|with us|at us|on it|ours|which is|each other|on the sales floor|sales floor"),
        // Asking.
        (LexiconKind.Small, "", "please|pls|plz|tell|tell me|know|get|got|give|want|need|like|i want to know|i would like|id like|i need|i want|can i see|could i see|can i get|could i get|i'd like to know|may i see|let me know|let me see|please show|need to|needs|how|hows|when|what about|how about|reason why|im|just the|will do|days please|just want|curious|wondering|wonder|remind me|talk me through|walk me through|whats|list view|the list|view of|run me|pull|send|hit me with|gimme"),
        // Small talk.
        (LexiconKind.Small, "", "hey|hi|hello|ok|okay|just|now|right now|currently|at the moment|right|hmm|um|uh|well|thanks|thank you|thx|exactly|actually|really|roughly|approximately|quick|quickly|pretty|very|too|lately|again|good|bad|mate|folks|team please|cheers|ta|kindly|rather|though|maybe|perhaps|possibly|ever|never mind|basically|so what|straight up|honestly|alright|dear|bot|revbot"),
        // Amounts and times without a number.
        (LexiconKind.Small, "", "current|total|overall|all|altogether|in total|entire|whole|any|some|much|many|more|first|still|yet|already|only|mostly|generally|usually|typically|normally|historically|so far|to date|period|time|span|range|today's|todays|month end|won and lost|big|small|big one|small one|big ones|small ones|left|remaining|full|pure|exact"),
        // What figures are called.
        (LexiconKind.Small, "", "report|summary|overview|figure|number|stat|stats|statistics|metric|kpi|data|chart|table|graph|breakdown|view|picture|status|rate|ratio|percentage|percent|%|share|proportion|level|high level|wise|available|terms|combination|combo|pair|mix|ranking of|table of|list of|display|readout|tally"),
        // Verbs that say nothing of the deals.
        (LexiconKind.Small, "", "looking|look|looks|stand|standing|say|says|going|go|went|coming|come|comes|came|sitting|sit|sits|stay|stays|stuck in|take|takes|taking|took|spend|spent|spends|carry|carrying|hold|holding|held|own|owns|owned|owning|perform|performing|performed|performance|fare|faring|fared|bring|brings|contribute|contributed|drive|drives|driving|produce|produced|produces|deliver|delivered|got in|worked on|work on|working on|working|handled|handle|dealing|based|located|belonging|belong|belongs|related|respect|regard|regarding|concerning|called|named|end up|ended up|ended|reached|account for|accounts for|get closed|get won|get lost|getting|use|out there|being worked|one row|row|one line|line|give us|gives us|given us|lookin|in days|marketing|grow|turn out|shaping|happen|happened|happening|see|seen|seeing"),
    ];
}
