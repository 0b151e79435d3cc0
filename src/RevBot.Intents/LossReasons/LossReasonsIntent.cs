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
using RevBot.Intents.Wording;
using RevBot.Pipeline.Audits;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.LossReasons;

/// <summary>"How good are our loss reasons?": how many losses say why, how many say Other, what is given too often and what never.</summary>
public sealed partial class LossReasonsIntent(TurnScene scene, ICompany company) : IIntent
{
    public const string IntentName = "loss-reasons";

    public IntentDescription Description { get; } = new(
        IntentName,
        "See how good your loss reasons are: how many losses say why, how many say Other, which reasons nobody gives",
        ["how good are our loss reasons?", "loss reason quality", "which loss reasons are never used?"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        if (Asked().Match(utterance.Plain) is not { Success: true } match)
        {
            return null;
        }

        if (!match.Groups["team"].Success)
        {
            return new Recognition(.97, new LossReasonsCall(null));
        }

        var (snapshot, _) = await scene.SeeAsync(context, cancellationToken);
        var teams = company.Profile.Teams.Select(team => team.Name).Concat(snapshot.People.Values.Select(person => person.Team).OfType<string>());
        return teams.FirstOrDefault(name => string.Equals(name, match.Groups["team"].Value, StringComparison.OrdinalIgnoreCase)) is { } team ? new Recognition(.97, new LossReasonsCall(team)) : null;
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        var team = ((LossReasonsCall)call).Team;
        if (team is not null && snapshot.Limit?.ShowsTeam(team) == false && SightLimits.RefusalOfWhole(snapshot) is { } hidden)
        {
            return Refusal.Of(IntentName, hidden, [], RefusalClass.Rights);
        }

        var today = company.Profile.Work.DateAt(context.Now);
        var period = new Period(today.AddYears(-1).AddDays(1), today, "the last 12 months");
        var quality = LossReasonQuality.Of(Losses(snapshot, period, team), company.Profile.LossReasons);
        var reading = $"Loss reasons{(team is null ? "" : $" of team {team}")}, {PeriodText.Dates(period)}";
        return new Reply.Say(SightLimits.Tell(LossReasonsCard.Of(quality, period, team, company.Profile.LossReasons), snapshot))
        {
            Audit = new AuditNote(AuditKind.Answer, IntentName, reading, quality.Losses),
            DataWhenAsked = () => Data(quality, reading),
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = null },
        };
    }

    private static List<Deal> Losses(PipelineSnapshot snapshot, Period period, string? team)
    {
        var losses = new List<Deal>();
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal is { Status: DealStatus.Lost, ClosedOn: { } day } && period.Contains(day) && (team is null || string.Equals(snapshot.OwnerOf(deal)?.Team, team, StringComparison.OrdinalIgnoreCase)))
            {
                losses.Add(deal);
            }
        }

        return losses;
    }

    private static JsonObject Data(LossReasonQuality quality, string reading)
    {
        var data = AnswerData.Start(IntentName, "answered", reading);
        data["losses"] = quality.Losses;
        data["explained"] = quality.Explained;
        data["other"] = quality.Others;
        data["toCompetitor"] = quality.ToCompetitor;
        data["noDecision"] = quality.NoDecision;
        data["unlisted"] = quality.Unlisted;
        data["given"] = new JsonArray([.. quality.Given.Select(one => (JsonNode)new JsonObject { ["reason"] = one.Name, ["deals"] = one.Count })]);
        data["unused"] = new JsonArray([.. quality.Unused.Select(one => (JsonNode)one.Name)]);
        return data;
    }

    [GeneratedRegex(@"^(?:(?:please |can you |could you )?(?:show|tell|give|get|check) (?:me |us )?)?(?:(?:what is|what's|how is) )?(?:how (?:good|useful|clean|complete|reliable|well kept|trustworthy) are (?:the |our |my )?loss reasons|how well (?:do|did) (?:we|people|reps|they) (?:give|keep|use|record) (?:the |our )?loss reasons|are (?:the |our |my )?loss reasons (?:any )?(?:good|useful|complete|reliable)(?: enough)?|(?:the |our |my )?(?:quality of (?:the |our |my )?loss reasons|loss[ -](?:reasons?|codes?)(?:'s)? (?:quality|hygiene))|(?:which|what) loss (?:reasons|codes) (?:(?:are|were|have been|do we|did we) (?:never|not|hardly ever) |(?:are|were) un|(?:does|did) nobody )(?:given|used|use|give|chosen|choose)|(?:the |our )?(?:unused|never used) loss (?:reasons|codes)|(?:the |our )?share of other (?:in|among|of) (?:the |our |my )?(?:loss reasons|losses)|how (?:often|many losses) (?:is|are|say|do we say|do we give) other(?: as (?:a|the) (?:loss )?reason)?)(?: (?:in|for|of|over) (?:the )?(?:last|past) (?:12 months|twelve months|year))?(?: (?:in|of|for) (?:the )?team (?<team>.{1,60}?))?(?: please)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    /// <param name="Team">Null for all that the reader sees.</param>
    private sealed record LossReasonsCall(string? Team);
}
