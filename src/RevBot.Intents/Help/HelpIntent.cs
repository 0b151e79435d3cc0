using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Pipeline;

namespace RevBot.Intents.Help;

/// <summary>Answers "help", "what can you do", hello and thanks.</summary>
public sealed class HelpIntent(IServiceProvider services, IPipelineReader reader) : IIntent
{
    public const string Name = "help";

    public IntentDescription Description { get; } = new(Name, "Says what I can do", ["help", "What can you do?"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var kind = utterance.Normalized switch
        {
            "help" or "help me" or "what can you do" or "what can i ask" or "what can i ask you" or "what do you do" or "how does this work" or "how do you work" or "commands" or "menu" or "?" or "what can i say"
                or "show help" or "what can you tell me" or "what can you do for me" or "what can you help with" or "what can you help me with" or "how can you help" or "how can you help me" or "what are you able to do" => "help",
            "hi" or "hello" or "hey" or "hi there" or "hello there" or "hey there" or "good morning" or "good afternoon" or "good evening" or "hello revbot" or "hi revbot" or "hey revbot" => "hello",
            "thanks" or "thank you" or "thx" or "ty" or "cheers" or "thanks a lot" or "thank you very much" or "great, thanks" or "perfect, thanks" or "ok thanks" or "thanks!" or "thank you so much" or "many thanks" or "much appreciated" => "thanks",
            "great" or "ok" or "okay" or "nice" or "nice one" or "cool" or "perfect" or "got it" or "awesome" or "good" or "good job" or "well done" or "sounds good" or "excellent" or "wow" or "lol" or "fine" or "alright" or "all right" or "👍"
                or "good bot" or "love it" or "brilliant" or "super" => "good",
            "cancel" or "skip" or "back" or "go back" or "never mind" or "nevermind" or "stop" or "forget it" or "no" or "nope" or "n" or "yes" or "y" or "yep" or "sure" or "keep" or "confirm" or "do it" => "idle",
            "who are you" or "what are you" or "are you a bot" or "are you human" or "are you real" => "who",
            _ => null,
        };
        return ValueTask.FromResult(kind is null ? null : new Recognition(.97, kind));
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        // Asked for here and not injected: the list of capabilities holds this one.
        var intents = services.GetServices<IIntent>().Select(intent => intent.Description).ToList();
        return (string)call switch
        {
            "thanks" => HelpCard.Line("You're welcome."),
            "good" => HelpCard.Line("Good. Ask away, or say “help” for what I can do."),
            "idle" => HelpCard.Line("All right. Nothing was changed. Say “help” for what I can do."),
            "who" => HelpCard.Of("I'm RevBot, a program: I answer from your pipeline's data, take changes to deals, and say when deals stall. Just write in your own words.", intents),
            "hello" => HelpCard.Line($"Hello{await NameAsync(context, cancellationToken)}! Ask me about the pipeline, or tell me what changed on a deal. “Help” shows what I can do."),
            _ => HelpCard.Of("Here is what I can do. Just write it in your own words.", intents),
        };
    }

    /// <summary>As the company calls them, the same on every channel; as the channel does where the company does not know them.</summary>
    private async Task<string> NameAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var snapshot = await reader.GetSnapshotAsync(context.Turn.AsOf, cancellationToken);
        var name = People.PersonOf(context.Profile, snapshot) is { } person && person != People.Operator ? person.Name : context.Profile.Name;
        return string.IsNullOrEmpty(name) ? string.Empty : " " + name.Split(' ')[0];
    }
}
