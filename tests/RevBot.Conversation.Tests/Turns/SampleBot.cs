using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Testing;

namespace RevBot.Conversation.Tests.Turns;

/// <summary>A bot with a few small capabilities: enough to walk every way a turn can go.</summary>
internal static class SampleBot
{
    public static TestBot With(ChannelAbilities abilities) => new(Register, abilities);

    public static TestBot Rich() => new(Register);

    public static TestBot InTerminal() => With(ChannelAbilities.AnswersInPlace);

    public static void Register(IServiceCollection services)
    {
        services.AddScoped<IIntent, SampleIntent>();
        services.AddScoped<IButtonAction, UndoAction>();
        services.AddScoped<IFormHandler, LoseForm>();
        services.AddScoped<IFormHandler, AgreeForm>();
        services.AddScoped<INotUnderstood, Lost>();
        services.AddSingleton<Ledger>();
    }

    /// <summary>What was "written", so that tests can count it.</summary>
    internal sealed class Ledger
    {
        public List<string> Written { get; } = [];
    }

    internal sealed class SampleIntent : IIntent
    {
        public IntentDescription Description { get; } = new("sample", "Does samples.", []);

        public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult(utterance.Tokens[0].Text is "pipeline" or "agree" or "lose" or "crash" or "post" or "whisper" or "remember" or "recall" ? new Recognition(0.9, utterance) : null);

        public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
        {
            var said = ((Utterance)call).Normalized;
            return Task.FromResult<Reply>(said switch
            {
                "pipeline" => new Reply.Say(new Card("$1.2M", [new CardElement.Paragraph($"$1.2M, says attempt {context.Attempt}.")], [new CardButton("Undo", "sample.undo", "x"), new CardButton("Wipe", "sample.undo", "all", ButtonStyle.Danger, "Wipe all?")])),
                "agree" => new Reply.Ask("sample.agree", new Dictionary<string, string>(), Card.Text("3 deals would change."), "Change 3 deals") { SubmitsAtOnce = true },
                "lose acme" => new Reply.Clarify("Which Acme?", [new Choice("Acme GmbH", "lose #d-1"), new Choice("Acme Inc", "lose #d-2")]),
                ['l', 'o', 's', 'e', ..] => new Reply.Ask("sample.lose", new Dictionary<string, string> { ["deal"] = said[5..] }, Card.Text($"Closing {said[5..]} as lost."), "Give reason"),
                "post" => new Reply.Say(Card.Text("Posted."))
                {
                    AlsoPost = [new RoomPost(new ConversationReference("slack", "T1", "C-alerts"), Card.Text("Stalled."), "stall:1")],
                    UpdateLive = [new LiveCardUpdate("stall:1", Card.Text("Snoozed."))],
                },
                "whisper" => new Reply.Whisper(Card.Text("Just you.")),
                "remember blue" => new Reply.Say(Card.Text("Noted.")) { Remember = new Dictionary<string, string?> { ["colour"] = "blue" } },
                "recall" => new Reply.Say(Card.Text(context.Memory.Recall("colour", context.Now) ?? "Nothing.")) { Data = new JsonObject { ["intent"] = "sample" } },
                _ => throw new InvalidOperationException("secret detail"),
            });
        }
    }

    internal sealed class UndoAction(Ledger ledger) : IButtonAction
    {
        public string ActionId => "sample.undo";

        public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
        {
            ledger.Written.Add("undo " + click.Value);
            return Task.FromResult<Reply>(click.Value == "form"
                ? new Reply.Ask("sample.lose", new Dictionary<string, string> { ["deal"] = "#d-9" }, Card.Text("Closing #d-9."), "Give reason")
                : new Reply.Replace(Card.Text("Undone.")));
        }
    }

    /// <summary>Why was it lost: the competitor is asked when the reason asks for it, a note is forbidden to be "no".</summary>
    internal sealed class LoseForm(Ledger ledger) : IFormHandler
    {
        public string FormId => "sample.lose";

        public Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
        {
            if (session.Seed["deal"] == "#gone")
            {
                return Task.FromResult<FormBuild>(new FormBuild.Unavailable(new Reply.Say(Card.Text("That deal is gone."))));
            }

            List<Field> fields =
            [
                new ChoiceField { Id = "reason", Label = "Loss reason", Refreshes = true, Options = [new FieldOption("price", "Price"), new FieldOption("rival", "Lost to competitor")] },
            ];
            if (soFar["reason"] == "rival")
            {
                fields.Add(new TextField { Id = "competitor", Label = "Competitor" });
            }

            fields.Add(new TextField { Id = "note", Label = "Note", Required = false });
            fields.Add(new DateField { Id = "closed", Label = "Close date", Max = new DateOnly(2026, 11, 30) });
            return Task.FromResult<FormBuild>(new FormBuild.Ready(new Form("Close as lost", [], fields, "Close as lost")));
        }

        public Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
        {
            if (values["note"] == "no")
            {
                return Task.FromResult<Reply>(new Reply.FormErrors([new FieldError("note", "Say more than no.")]));
            }

            var change = $"{session.Seed["deal"]} lost: {string.Join(", ", values.Items.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => item.Value))}";
            ledger.Written.Add(change);
            return Task.FromResult<Reply>(new Reply.Replace(Card.Text(change)));
        }
    }

    /// <summary>Asks for nothing but a yes.</summary>
    internal sealed class AgreeForm(Ledger ledger) : IFormHandler
    {
        public string FormId => "sample.agree";

        public Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken) =>
            Task.FromResult<FormBuild>(new FormBuild.Ready(new Form("Change deals", [], [], "Change 3 deals")));

        public Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
        {
            ledger.Written.Add("3 changed");
            return Task.FromResult<Reply>(new Reply.Replace(Card.Text("3 deals changed.")));
        }
    }

    internal sealed class Lost : INotUnderstood
    {
        public Task<Reply> ReplyAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
            Task.FromResult<Reply>(new Reply.Say(Card.Text("I did not get that.")));

        public Task<Reply> WelcomeAsync(TurnContext context, CancellationToken cancellationToken) =>
            Task.FromResult<Reply>(new Reply.Say(Card.Text("Hello!")));
    }
}
