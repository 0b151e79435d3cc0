using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Digests;

/// <summary>"Stop my digest": the asker's morning messages end, and begin again.</summary>
public sealed partial class DigestSwitchIntent(TurnScene scene, IAlertStore alerts, IAlertWriter marks, ICompany company) : IIntent
{
    public const string IntentName = "digest-switch";

    public IntentDescription Description { get; } = new(
        IntentName,
        "Stop the morning's digests and reviews that are sent to you, and start them again",
        ["stop my digest", "start my digest"],
        Writes: true);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Switch().Match(utterance.Plain) is { Success: true } match ? new Recognition(.98, match.Groups["off"].Success) : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (_, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        var ends = (bool)call;
        var subject = DigestMarks.SubjectOf(person.Id);
        var mark = (await alerts.GetMarksAsync(DigestMarks.Kind, cancellationToken)).FirstOrDefault(mark => mark.Subject == subject) ?? DigestMarks.New(person.Id);
        marks.Put(mark with { SnoozedUntil = ends ? DateOnly.MaxValue : null, SnoozedBy = ends ? person.Id : null });
        var settings = company.Profile.Alerts;
        var said = ends ? "I send you no digests and reviews any more. “Start my digest” brings them back; “my digest” shows it whenever you want."
            : settings.SendsDigests ? $"I send you your digests and reviews again, on work days from {settings.DigestAt.ToString("HH:mm", WordingCulture.English)} your time."
            : "You would get your digests and reviews again, but digests are switched off for the whole company (alerts.digests in company.yaml).";
        return new Reply.Say(Card.Text(said))
        {
            Data = new JsonObject { ["intent"] = IntentName, ["outcome"] = "done", ["reading"] = said, ["events"] = new JsonArray(new JsonObject { ["kind"] = ends ? "digest_stopped" : "digest_started", ["person"] = person.Id.Value }) },
        };
    }

    [GeneratedRegex(@"^(?:please |can you |could you )?(?:(?<off>stop|end|mute|turn off|switch off|disable|unsubscribe(?: me)? from|no more|don't send(?: me)?|do not send(?: me)?|quit|cancel)|start|resume|unmute|turn on|switch on|enable|subscribe(?: me)? to) (?:sending (?:me )?)?(?:any |the |my |these |this |those |your |all )*(?:daily |morning |weekly )?(?:digests?|briefings?|morning messages?|digests and reviews|digest messages?)(?: (?:again|please|any more|anymore|from now on|every (?:morning|day)))*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Switch();
}
