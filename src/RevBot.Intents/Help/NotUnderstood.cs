using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.AssistedReading;

namespace RevBot.Intents.Help;

/// <summary>What is said when no capability takes a sentence: one line, and three questions that answer.</summary>
public sealed class NotUnderstood(QuestionReader reader, NearQuestions near, AssistedAnswer assisted) : INotUnderstood
{
    public async Task<Reply> ReplyAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = await reader.ReadAsync(utterance.Text, context, cancellationToken);
        if (asked.Me is null)
        {
            return Refusal.Stranger(HelpIntent.Name, context.Profile);
        }

        return await assisted.TryAsync(asked, context, cancellationToken)
            ?? Suggest("I didn't get that: I answer questions about deals and pipeline, and take changes to deals.", near.For(asked, null)) with { Audit = new AuditNote(AuditKind.Refused, AuditEntry.NoIntent, Class: RefusalClass.Unread) };
    }

    public async Task<Reply> WelcomeAsync(TurnContext context, CancellationToken cancellationToken)
    {
        // In a room everybody reads this, so it shows what can be asked and no figures.
        var asked = await reader.ReadAsync(string.Empty, context, cancellationToken);
        return Suggest("I'm RevBot. Ask me about the pipeline, tell me what changed on a deal, and I'll say when deals stall.", near.For(asked, null));
    }

    private static Reply.Say Suggest(string opening, IReadOnlyList<string> questions)
    {
        List<CardElement> elements = [new CardElement.Paragraph(opening)];
        if (questions.Count > 0)
        {
            elements.Add(new CardElement.Paragraph("For example:\n" + string.Join('\n', questions.Select(question => "• " + question))));
        }

        var data = AnswerData.Start(HelpIntent.Name, "help", null);
        data["suggestions"] = new JsonArray([.. questions.Select(question => (JsonNode)question)]);
        return new Reply.Say(new Card(opening, elements, [])) { Data = data };
    }
}
