using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Changes;

namespace RevBot.Intents.Ask.Refusals;

/// <summary>How the bot says no: what is missing, and what it can answer instead.</summary>
internal static class Refusal
{
    /// <param name="near">Questions that could be asked instead.</param>
    /// <param name="ground">Why, for the audit log.</param>
    public static Reply.Say Of(string intent, string reason, IReadOnlyList<string> near, RefusalClass ground = RefusalClass.Unread)
    {
        List<CardElement> elements = [new CardElement.Paragraph(reason)];
        if (near.Count > 0)
        {
            elements.Add(new CardElement.Paragraph("You could ask:\n" + string.Join('\n', near.Select(question => "• " + question))));
        }

        return new Reply.Say(new Card(reason, elements, [])) { Data = AnswerData.Refused(intent, reason, near, ground) };
    }

    /// <inheritdoc cref="Of(string, string, IReadOnlyList{string}, RefusalClass)"/>
    public static Reply.Say Of(string intent, Denial denial, IReadOnlyList<string> near) => Of(intent, denial.Reason, near, denial.Class);

    /// <summary>For people the company does not know: nothing about deals, not even whether they exist.</summary>
    public static Reply.Say Stranger(string intent, ActorProfile profile)
    {
        var reason = profile switch
        {
            { IsGuest: true } => "I only talk about deals with people of the company, and you are a guest here.",
            { Email: { Length: > 0 } email } => $"I don't know you yet: nobody in the people list has the address {email}. Ask an admin to add it.",
            _ => "I don't know you yet: I can't see your e-mail address. Ask an admin to let me see it.",
        };
        return Of(intent, reason, [], RefusalClass.Rights);
    }
}
