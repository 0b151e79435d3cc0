using System.Text.RegularExpressions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Drafts;

/// <summary>"My drafts", "continue": the forms somebody left half-filled, to go on with or to discard. Told to them alone.</summary>
public sealed partial class DraftsIntent(TurnScene scene, FormDrafts drafts, ICompany company) : IIntent
{
    public const string IntentName = "drafts";

    public IntentDescription Description { get; } = new(
        IntentName,
        "Go on with a form you left half-filled, or discard it",
        [FormDrafts.Sentence, "continue my form"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utterance);

        // "Continue" alone means a form only where one was left.
        return Asked().IsMatch(utterance.Plain) || (utterance.Normalized == "continue" && (await drafts.GetAsync(context, 1, cancellationToken)).Count > 0)
            ? new Recognition(.97, utterance)
            : null;
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        if ((await scene.SeeAsync(context, cancellationToken)).Person is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        var found = await drafts.GetAsync(context, DraftsCard.Most, cancellationToken);
        var reading = CountText.OrNo(found.Count, "form") + " left half-filled";
        return new Reply.Whisper(DraftsCard.Of(found, ReaderClock.Of(context, company.Profile.Work)))
        {
            Audit = new AuditNote(AuditKind.Answer, IntentName, reading, found.Count),
            DataWhenAsked = () => AnswerData.Start(IntentName, "answered", reading),
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = null },
        };
    }

    [GeneratedRegex(@"^(?:please )?(?:(?:(?:can you |could you )?(?:show|list|give|open|see|get)(?: me)? )?(?:my |the )?(?:(?:saved|open|unfinished|half-filled|half-finished|incomplete) )?(?:form )?drafts?|(?:(?:show|list|give|open|see|get)(?: me)? )?my (?:saved|open|unfinished|half-filled|half-finished|incomplete) forms?|(?:(?:i want to|i would like to|i'd like to|let me|let's|can i|can we) )?(?:continue|resume|finish|complete|reopen|go on with|go back to|pick up) (?:with )?(?:my|the|that) (?:(?:last|open|saved|unfinished|half-filled) )?(?:forms?|drafts?)|what forms? did i (?:leave|start|not finish)|where was i)(?: please| again)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();
}
