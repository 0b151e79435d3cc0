using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Several;

namespace RevBot.Intents.Digests;

/// <summary>"Team review", "loss review": a handful of questions answered at once, one line each, and a button that asks each in full.</summary>
public sealed partial class ReviewIntent(IServiceProvider services, TurnScene scene) : IIntent
{
    public const string IntentName = "review";

    public IntentDescription Description { get; } = new(
        IntentName,
        "Go through your team's week, the company's, or last month's losses, in five lines that each open what is behind them",
        ["team review", "weekly review", "loss review"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) => ValueTask.FromResult(
        Losses().IsMatch(utterance.Plain) ? new Recognition(.97, ReviewKind.Losses)
        : Week().IsMatch(utterance.Plain) ? new Recognition(.97, ReviewKind.Week)
        : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        var plan = ReviewPlan.Of((ReviewKind)call, person, snapshot.Limit);

        // No part goes on from what was asked before.
        var fresh = context with { Memory = context.Memory.With(AskIntent.MemoryKey, null, context.Now) };
        var told = new List<(string Title, string Question, Reply Reply)>();
        foreach (var (title, question) in plan.Parts)
        {
            if (await AskAsync(question, fresh, cancellationToken) is { } reply)
            {
                told.Add((title, question, reply));
            }
        }

        return new Reply.Say(SightLimits.Tell(ReviewCard.Of(plan, told), snapshot))
        {
            DataWhenAsked = () => ReviewCard.Data(plan, told),
            Audit = AuditNote.Together(IntentName, told.Select(part => part.Reply)),
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = null },
        };
    }

    /// <summary>The whole answer to one of its parts, as whoever asks may see it; null when nobody takes it.</summary>
    /// <param name="questions">One a line.</param>
    internal async Task<Reply?> AskAsync(string questions, TurnContext context, CancellationToken cancellationToken)
    {
        // Asked for here and not injected: the list of capabilities holds this one.
        var router = new IntentRouter(services.GetServices<IIntent>().Where(intent => intent is not ReviewIntent && !intent.Description.Writes));
        var answers = new List<(string Asked, Reply Reply)>();
        foreach (var question in questions.Split('\n'))
        {
            if (await router.RouteAsync(Utterance.Of(question), context, cancellationToken) is { } found)
            {
                answers.Add((question, await found.Intent.HandleAsync(found.Call, context, cancellationToken)));
            }
        }

        return answers switch
        {
            [] => null,
            [var only] => only.Reply,
            _ => new Reply.Say(SeveralCard.Of(answers)) { DataWhenAsked = () => ReviewCard.Data(answers), Audit = AuditNote.Together(IntentName, answers.Select(answer => answer.Reply)) },
        };
    }

    [GeneratedRegex(@"^(?:(?:please |can you |could you )?(?:show|give|send|get|prepare|run|do|start|open) (?:me |us )?)?(?:(?:my|our|the|a|this week's|this|last) )*(?:(?:team(?:'s)?|weekly|week(?:'s)?|pipeline|sales|deal|forecast|executive|exec|company|business|monday|manager(?:'s)?) )*(?:review|week in review)(?: (?:for|of) (?:my|our|the|this) (?:team|week|pipeline|company))?(?: please)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Week();

    [GeneratedRegex(@"^(?:(?:please |can you |could you )?(?:show|give|send|get|prepare|run|do|start|open) (?:me |us )?)?(?:(?:my|our|the|a|this month's|last month's|monthly|team|team's) )*(?:(?:loss|losses|lost deals?|win[ -]loss|post[ -]mortem) review|review (?:of )?(?:the |our |my )?(?:losses|lost deals))(?: (?:for|of) (?:last month|the month|(?:my|our|the) team))?(?: please)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Losses();
}
