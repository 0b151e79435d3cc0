using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask;
using RevBot.Intents.Help;
using RevBot.Intents.ListDeals;

namespace RevBot.Intents.Several;

/// <summary>Which capability would take a sentence, and how well it is understood by it.</summary>
internal sealed class Takers(IServiceProvider services, QuestionReader reader)
{
    /// <summary>All capabilities but the one that takes messages apart; asked for here and not injected, because their list holds it.</summary>
    private List<IIntent> Others() => [.. services.GetServices<IIntent>().Where(intent => intent is not SeveralIntent)];

    public IntentRouter Router() => new(Others());

    public async ValueTask<(string? Name, object? Call, bool Writes)> OfAsync(string part, TurnContext context, CancellationToken cancellationToken) =>
        await Router().RouteAsync(Utterance.Of(part), context, cancellationToken) is { } found
            ? (found.Intent.Description.Name, found.Call, found.Intent.Description.Writes)
            : (null, null, false);

    /// <summary>How well a sentence is understood by whoever takes it.</summary>
    public async ValueTask<Grade> GradeAsync(string text, (string? Name, object? Call, bool Writes) taker, TurnContext context, CancellationToken cancellationToken) => taker.Name switch
    {
        null or HelpIntent.Name => Grade.None,
        AskIntent.Name or ListDealsIntent.Name => Of((await reader.ReadAsync(text, context, cancellationToken)).Reading),
        _ => taker.Call is AskedQuestion { Reading: { } reading } ? Of(reading) : Grade.Read,
    };

    private static Grade Of(QuestionReading? reading) => reading switch
    {
        QuestionReading.Understood or QuestionReading.Unclear { IsOfNames: true } => Grade.Read,
        QuestionReading.Unclear or QuestionReading.Refused { IsOfWords: false } => Grade.Told,
        _ => Grade.None,
    };
}
