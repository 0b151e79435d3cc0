using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;

namespace RevBot.Intents.MyDay;

/// <summary>"My day", "what is on my plate today?": all that waits for whoever asks, by what they are in the company.</summary>
public sealed partial class MyDayIntent(MyDayDesk desk) : IIntent
{
    public const string IntentName = "my-day";

    public IntentDescription Description { get; } = new(
        IntentName,
        "See what waits for you today: deals, approvals, your forecast, leads, alerts, forms you left open",
        ["my day", "what is on my plate today?"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Day().IsMatch(utterance.Plain) ? new Recognition(.97, IntentName) : null);

    public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken) => desk.ShowAsync(context, cancellationToken);

    [GeneratedRegex(@"^(?:(?:please |can you |could you )?(?:show|give|send|get|tell|read|open) (?:me |us )?)?(?:my|our|today's|todays) (?:(?:work|sales) ?)?day(?: today)?(?: please)?$|^(?:show |open )?(?:my |the )?home(?: (?:page|tab|screen))?$|^(?:what does my day look like|how does my day look)(?: today)?$|^brief me on my day$|^what(?:'s| is) on my (?:plate|list|desk|agenda)(?: (?:for )?today)?$|^what(?:'s| is) (?:waiting|there to do) for me(?: today)?$|^what waits for me(?: today)?$|^what (?:do|should) (?:i|we) (?:need|have) to do (?:today|this morning)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
