using System.Text.Json;
using RevBot.Channels.Teams.Cards;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Tests.Teams.Cards;

/// <summary>Every sample as it is drawn in every place, by name.</summary>
internal static class CardFolder
{
    private static readonly Actor Ann = new("teams", "T1", "29:ann");
    private static readonly ConversationReference Room = new("teams", "T1", "19:deals@thread.tacv2", "1700");

    public static IEnumerable<(string Name, JsonElement Card)> All()
    {
        foreach (var (name, card) in SampleCards.Cards)
        {
            foreach (var (page, at) in AdaptiveCardRenderer.RenderMessages(card, new CardPlace()).Select((page, at) => (page, at)))
            {
                yield return (FormattableString.Invariant($"{name}-{at + 1}"), page);
            }

            yield return ($"{name}-edited-locally", AdaptiveCardRenderer.Render(card, new CardPlace { Dialogs = false }));
        }

        foreach (var (name, form) in SampleCards.Forms)
        {
            yield return ($"form-{name}", AdaptiveFormRenderer.Render(new OfferedForm("0193", form, FormValues.Empty), new CardPlace { IsDirect = true }));
            yield return ($"form-{name}-dialog", AdaptiveFormRenderer.Render(Open(form), [], null, new CardPlace { InDialog = true }));
            yield return ($"form-{name}-wrong", AdaptiveFormRenderer.Render(Open(form), [.. form.Fields.Select(field => new FieldError(field.Id, $"{field.Label} is needed."))], null, new CardPlace { IsDirect = true }));
            var prompt = new Card("Closing Acme Rollout as lost.", [new CardElement.Paragraph("Closing Acme Rollout as lost.")], [new CardButton("Give reason", "forms.open", "0193", ButtonStyle.Primary) { OpensForm = true }]);
            yield return ($"form-{name}-in-a-room", AdaptiveCardRenderer.RenderMessages(MessageOf(prompt) with { Form = new OfferedForm("0193", form, FormValues.Empty), OnlyFor = Ann }, new CardPlace())[0]);
        }
    }

    public static OutboundMessage MessageOf(Card card) => new()
    {
        Id = "m1",
        TurnId = "t1",
        Kind = OutboundKind.Post,
        To = Room,
        Card = card,
        CreatedAt = new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero),
    };

    public static OpenForm Open(Form form, params (string Field, string Value)[] values) => new(
        new FormSession { Id = "0193", FormId = "f", Actor = Ann, Conversation = Room, Seed = new Dictionary<string, string>(), ExpiresAt = DateTimeOffset.MaxValue },
        form,
        new FormValues(values.ToDictionary(value => value.Field, value => value.Value)));
}
