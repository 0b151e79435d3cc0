using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Words;

/// <summary>What people call the things a number is split by. "+" before a dimension: the phrase itself asks for the split ("month by month").</summary>
internal static class DimensionWords
{
    public static (LexiconKind Kind, string Value, string Phrases)[] Rows =>
    [
        (LexiconKind.Dimension, nameof(Dimension.Owner), "owner|rep|aes|sdrs|bdrs|sales rep|ae|account executive|agent|sales agent|seller|salesperson|sales person|salespeople|sales people|person|people|salesman|deal owner|sales executive|team member|colleague|individual|teammate|guy|closer|quota carrier|bdr|sdr|account manager|salesrep|sales guy|sales folk|sales folks|producer|hunter|player|performer|contributor|anyone on the team|name of rep|salespersons|sales force|named rep|rep name|owner name|sales member|staff member|staff|employee|deal maker|dealmaker|closers"),
        (LexiconKind.Dimension, nameof(Dimension.Team), "team|sales team|squad"),
        (LexiconKind.Dimension, nameof(Dimension.Manager), "manager people|manager team|manager rep|manager group|manager|sales manager|boss|team lead|team leader|sales leader|sales director|supervisor|line manager|head of sales|reporting line|manager name|their manager|sales mgr|rep manager"),
        (LexiconKind.Dimension, nameof(Dimension.Stage), "stage|pipeline stage|deal stage|sales stage|phase|step|pipeline phase|sales phase|stage name|process step|sales step|stage of the process|pipeline step|step of the process|stage in the pipeline|deal phase|opportunity stage|opp stage|current stage"),
        (LexiconKind.Dimension, nameof(Dimension.StageGroup), "status|deal status|stage group|outcome|open won lost|won lost open|won or lost or open|open or closed|state of deal|won lost status"),
        (LexiconKind.Dimension, nameof(Dimension.Source), "source|lead source|deal source|channel|origin|acquisition channel|sourced from|lead channel|sales channel|acquisition source|opportunity source|opp source|source of deal|where deals come from|where the deals come from|where they came from|source channel|lead origin|marketing channel|route to market|channels|go to market channel|deal origin"),
        (LexiconKind.Dimension, nameof(Dimension.Segment), "segment|customer segment|market segment|tier|company size|account segment|size segment|customer size|customer tier|size band|company segment|account size|market tier|segment size|deal segment|sales segment|customer band|market band|size bracket|business size|customer group|size class|customer class|tiers|company tier"),
        (LexiconKind.Dimension, nameof(Dimension.Region), "region|territory|geo|geography|area|areas|sales region|location|part of the world|patch|theatre|theater|zone|market|geographic region|geographical region|geographical area|geographies|place|places|sales territory|world region|geo region"),
        (LexiconKind.Dimension, nameof(Dimension.Industry), "industry|vertical|sector|business sector|industry vertical|market vertical|branch|line of industry|customer industry|industry sector|trade|field of business|customer vertical|industry group"),
        (LexiconKind.Dimension, nameof(Dimension.Account), "account|customer|client|company|logo|prospect|buyer|customer account|customer name|account name|firm|organization|organisation|business customer|corporate customer|client name|company name|named account|purchaser|patron"),
        (LexiconKind.Dimension, nameof(Dimension.Product), "product|product line|sku|offering|module|solution|product family|product group|product name|service|product category|package|suite|what we sell|what product"),
        (LexiconKind.Dimension, nameof(Dimension.DealType), "type|deal type|opportunity type|type of deal|kind of deal|business type|motion|sales motion|deal category|category of deal|sort of deal|kind of business|type of business|opportunity kind|deal kind|deal class|type of opportunity|kind of opportunity|new vs expansion vs renewal|opp type|types of deals|business line|contract type|sale type|type of sale"),
        (LexiconKind.Dimension, nameof(Dimension.ForecastCategory), "forecast category|category|forecast bucket|call category|forecast status|forecast type|forecast class|forecast categories|categories"),
        (LexiconKind.Dimension, nameof(Dimension.LossReason), "loss reason|lost reason|reason|reason for loss|reason we lost|reason for losing|closed lost reason|losing reason|why we lost|why we lose|reason for the loss|reason of loss|cause of loss|cause|loss driver|loss cause|lost deal reason|reason lost|reason code|loss code|rationale|why they were lost|why we lost them|why it was lost|reason they were lost|reason for lost deal|reason given|reasons given|reason for defeat|losing cause|why deals were lost|why deals are lost|why deals get lost|reason deals are lost|excuse|explanation for loss|loss explanation|reason behind|reason behind the loss|root cause"),
        (LexiconKind.Dimension, nameof(Dimension.Competitor), "competitor|competition|rival|vendor|competing vendor|opponent|competing product|other vendor|alternative vendor|competitor name|winning competitor|competing company|competitive vendor|competitors name|rival vendor|competing firm|the competition"),
        (LexiconKind.Dimension, nameof(Dimension.Currency), "currency"),
        (LexiconKind.Dimension, nameof(Dimension.Lifecycle), "lifecycle|lifecycle stage|life cycle|life cycle stage|lead lifecycle|lead lifecycle stage|lead stage|lead status|funnel stage|lead phase|lead state|stage of the lifecycle|funnel step|lead funnel stage|status of lead|lifecycle state|lifecycle status|lifecycle phase|lead lifecycle status"),
        (LexiconKind.Dimension, nameof(Dimension.Week), "week|wk|calendar week"),
        (LexiconKind.Dimension, nameof(Dimension.Month), "month|mth|calendar month"),
        (LexiconKind.Dimension, nameof(Dimension.Quarter), "quarter|qtr|fiscal quarter|calendar quarter"),
        (LexiconKind.Dimension, nameof(Dimension.Year), "year|yr|fiscal year|calendar year"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Owner), "rep by rep|owner by owner|person by person|rep level|repwise|rep wise|by rep name|per head|per capita|per seller|individually by rep|name by name|rep for rep|person for person|seller for seller|ae for ae|ae by ae|seller by seller"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Team), "team by team|teamwise|team wise"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Stage), "stage by stage|stagewise|stage wise"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Region), "regional|region by region|regionwise|region wise|regionally|geo by geo|territory by territory"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Segment), "segment by segment|segmentwise|segment wise|tier by tier"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Week), "weekly|week by week|by the week|wk by wk|week on week breakdown|weekwise|week wise|each week|every week|per wk"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Month), "monthly|month by month|by the month|mo by mo|monthwise|month wise|each month|every month|by mo|per mo|monthly basis|month to month"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Quarter), "quarterly|quarter by quarter|qtr by qtr|quarterwise|quarter wise|each quarter|every quarter|qtrly|per qtr"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Year), "yearly|annually|year by year|each year|every year|annual basis|per annum|per yr|yr by yr"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Source), "source by source|channel by channel|sourcewise|source wise"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Industry), "industry by industry|vertical by vertical|industrywise|industry wise"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Manager), "manager by manager"),
        (LexiconKind.Dimension, "+" + nameof(Dimension.Product), "product by product|productwise|product wise"),
    ];
}
