using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.MyDay;

/// <summary>"My day" where a platform offers it: the presser's own. There is no value.</summary>
public sealed class ShowMyDayAction(MyDayDesk desk) : IButtonAction
{
    public const string Id = "my-day.show";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) => desk.ShowAsync(context, cancellationToken);
}
