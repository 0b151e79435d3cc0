using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;

namespace RevBot.Intents.Help;

/// <summary>Answers "help", "what can you do", hello and thanks.</summary>
public sealed class HelpIntent(IServiceProvider services, TurnScene scene, QuestionReader questions) : IIntent
{
    public const string Name = "help";

    public IntentDescription Description { get; } = new(Name, "Says what I can do", ["help", "What can you do?"]);

    /// <summary>True for what people say beside their questions: a greeting, thanks.</summary>
    public static bool IsCourtesy(string normalized) => CourtesyWords.KindOf(normalized) is not (null or "help");

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        CourtesyWords.KindOf(utterance.Normalized) is { } kind ? new Recognition(.97, kind)
            : CapabilityWords.AskForHelp(utterance) || (await questions.MeantAsync(utterance, context, cancellationToken) is { } meant && CapabilityWords.AskForHelp(meant)) ? new Recognition(.945, "help")
            : null;

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        // Asked for here and not injected: the list of capabilities holds this one.
        var intents = services.GetServices<IIntent>().Select(intent => intent.Description).ToList();
        return (string)call switch
        {
            "thanks" => HelpCard.Line("You're welcome."),
            "good" => HelpCard.Line("Good. Ask away, or say “help” for what I can do."),
            "bye" => HelpCard.Line("Goodbye. I'm here whenever you want to know something."),
            "idle" => HelpCard.Line("All right. Nothing was changed. Say “help” for what I can do."),
            "who" => HelpCard.Of("I'm RevBot, a program: I answer from your pipeline's data, take changes to deals, and say when deals stall. Just write in your own words.", intents),
            "hello" => HelpCard.Line($"Hello{await NameAsync(context, cancellationToken)}! Ask me about the pipeline, or tell me what changed on a deal. “Help” shows what I can do."),
            _ => HelpCard.Of("Here is what I can do. Just write it in your own words.", intents),
        };
    }

    /// <summary>As the company calls them, the same on every channel; as the channel does where the company does not know them.</summary>
    private async Task<string> NameAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var (_, me) = await scene.SeeAsync(context, cancellationToken);
        var name = me is { } person && person != People.Operator ? person.Name : context.Profile.Name;
        return string.IsNullOrEmpty(name) ? string.Empty : " " + name.Split(' ')[0];
    }
}
