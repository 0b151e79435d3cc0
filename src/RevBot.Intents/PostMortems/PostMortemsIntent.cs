using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.StalledDeals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.PostMortems;

/// <summary>"Post-mortems of last month": how many large losses have one, and a button for each that has none. Large is what the rule of large losses says.</summary>
public sealed partial class PostMortemsIntent(TurnScene scene, StallClocks clocks, ICompany company) : IIntent
{
    public const string IntentName = "post-mortems";

    /// <summary>Where no month is named.</summary>
    private const int Days = 90;

    public IntentDescription Description { get; } = new(
        IntentName,
        "See which large losses have a post-mortem, and write the others",
        ["post-mortems of last month", "which large losses have no post-mortem?"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Asked().Match(utterance.Plain) is { Success: true } match ? new Recognition(.97, match.Groups["month"].Success) : null);

    /// <param name="call">Whether last month is asked for.</param>
    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        var period = PeriodOf((bool)call, company.Profile.Work.DateAt(context.Now));
        var losses = Losses(period, person, snapshot, context.Now);
        return new Reply.Say(PostMortemsCard.Of(losses, period, person, snapshot, company.Profile))
        {
            Audit = new AuditNote(AuditKind.Answer, IntentName, $"Post-mortems of large losses, {PeriodText.Dates(period)}", losses.Count),
            DataWhenAsked = () =>
            {
                var data = AnswerData.Start(IntentName, "answered", $"Post-mortems of large losses, {PeriodText.Dates(period)}");
                data["losses"] = losses.Count;
                data["written"] = losses.Count(Pipeline.Process.PostMortem.IsOf);
                data["deals"] = new JsonArray([.. losses.Select(deal => (JsonNode)deal.Id.Value)]);
                return data;
            },
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = null },
        };
    }

    /// <summary>The dearest first.</summary>
    private List<Deal> Losses(Period period, Person reader, PipelineSnapshot snapshot, DateTimeOffset now)
    {
        var watch = new DealWatch(snapshot, company.Profile, clocks.For(snapshot, company.Profile, now), now);
        var found = new List<Finding.Closed>();
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal is { Status: DealStatus.Lost, ClosedOn: { } day } && period.Contains(day) && DealRights.Concerns(reader, deal, snapshot))
            {
                found.AddRange(watch.Of(deal, DateTimeOffset.MinValue).OfType<Finding.Closed>().Where(closed => closed.Kind == AlertKind.LargeLoss));
            }
        }

        return [.. found.OrderByDescending(closed => closed.Amount).ThenBy(closed => closed.Deal.Id.Value, StringComparer.Ordinal).Select(closed => closed.Deal)];
    }

    private static Period PeriodOf(bool lastMonth, DateOnly today)
    {
        var start = new DateOnly(today.Year, today.Month, 1);
        return lastMonth ? new Period(start.AddMonths(-1), start.AddDays(-1), "last month") : new Period(today.AddDays(-Days), today, $"the last {Days} days");
    }

    [GeneratedRegex(@"^(?:(?:please |can you |could you )?(?:show|list|give|get) (?:me |us )?)?(?:(?:which|how many|what) )?(?:(?:the|our|my|all|open|missing|loss) )*(?:post[ -]?mortems?|(?:large|big) (?:loss|losses|lost deals) (?:(?:have|has|with|without|had|got|need|needs|miss|are missing) )+(?:(?:a|no|any|their) )*post[ -]?mortems?)(?: (?:are|is) (?:missing|open|there|written|done))?(?: (?:of|for|in|from|on) (?:(?:the|our|my|large|big|losses|lost deals|of|in|from) ?)*)?(?<month> ?last month(?:'s(?: large| big)? (?:losses|lost deals))?)?(?: please)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();
}
