using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.AssistedReading;
using RevBot.Intents.DealLookup;

namespace RevBot.Intents.Help;

/// <summary>What is said when no capability takes a sentence: one line, and three questions that answer.</summary>
public sealed partial class NotUnderstood(QuestionReader reader, NearQuestions near, AssistedAnswer assisted) : INotUnderstood
{
    public async Task<Reply> ReplyAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = await reader.ReadAsync(utterance.Text, context, cancellationToken);
        if (asked.Me is null)
        {
            return Refusal.Stranger(HelpIntent.Name, context.Profile);
        }

        return await assisted.TryAsync(asked, context, cancellationToken)
            ?? UnknownName(utterance.Text)
            ?? Suggest("I didn't get that: I answer questions about deals and pipeline, and take changes to deals.", near.For(asked, null)) with { Audit = new AuditNote(AuditKind.Refused, AuditEntry.NoIntent, Class: RefusalClass.Unread) };
    }

    public async Task<Reply> WelcomeAsync(TurnContext context, CancellationToken cancellationToken)
    {
        // In a room everybody reads this, so it shows what can be asked and no figures.
        var asked = await reader.ReadAsync(string.Empty, context, cancellationToken);
        return Suggest("I'm RevBot. Ask me about the pipeline, tell me what changed on a deal, and I'll say when deals stall.", near.For(asked, null));
    }

    /// <summary>Somebody asks after a deal or an account by a name that none has that they may see.</summary>
    private static Reply.Say? UnknownName(string text) => AsksAfter().Match(text.Trim()) is { Success: true } match
        ? Refusal.Of(DealLookupIntent.Name, $"I know no deal or account called “{match.Groups["name"].Value.Trim()}”. Check the name, or write the deal's id after a #.", [])
        : null;

    /// <summary>"Status of Globex Renewal", "what's up with the Initech deal?": names are written with capitals, what else is asked about is not.</summary>
    [GeneratedRegex(
        @"^(?i:(?:please |hey |ok |can you |could you )*(?:(?:what(?:'s|’s|s| is)? )?(?:the )?(?:(?:current |latest )?(?:status|stage|state|amount|value|size|owner|history|close date|next step|news|update)) (?:of|for|on|with)|(?:tell|remind) me (?:more |again )?(?:about|of)|what(?:'s|’s|s| is) (?:up|new|next|going on|happening)(?: with| for| on)|how(?:'s|’s|s| is)|where (?:is|are we (?:with|on))|show(?: me)?|look up|find(?: me)?|when does|who has|open)) (?i:(?:the )?(?:deals? |accounts? |opportunity |customer )?(?:called |named )?)(?<name>#[\w-]{1,40}|[""“]?\p{Lu}[\p{L}\d&.'’-]*(?: [\p{L}\d&.'’-]+){0,5}?[""”]?)(?i:(?: deal| account| opportunity| doing| standing| stand| close| at)*)\s*[?.!]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex AsksAfter();

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
