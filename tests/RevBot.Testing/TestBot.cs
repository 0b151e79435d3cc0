using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RevBot.Conversation;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Turns;
using Xunit;

namespace RevBot.Testing;

/// <summary>A bot to talk to in a test: the real turn pipeline and outbox over an in-memory store and one fake channel. Tests read as transcripts: says, sees, clicks, submits.</summary>
public sealed class TestBot : IAsyncDisposable
{
    private const ChannelAbilities Rich = ChannelAbilities.Dialogs | ChannelAbilities.Updates | ChannelAbilities.Whispers;

    private readonly ServiceProvider _services;
    private readonly List<string> _said = [];
    private int _turns;

    /// <param name="capabilities">Registers intents, actions and forms.</param>
    public TestBot(Action<IServiceCollection> capabilities, ChannelAbilities abilities = Rich, FakeTime? time = null)
    {
        Time = time ?? new FakeTime();
        Store = new InMemoryConversationStore(Time);
        Channel = new FakeChannel("slack", abilities);
        Conversation = new ConversationReference("slack", "T1", "C1");
        var services = new ServiceCollection().AddLogging().AddOptions();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IInbox>(Store).AddSingleton<IOutbox>(Store).AddSingleton<IFormSessions>(Store).AddSingleton<IFormUsage>(Store).AddSingleton<IConversationMemory>(Store);
        services.AddSingleton<IJobLedger>(Store).AddSingleton<IActorProfileStore>(Store).AddSingleton<IChannel>(Channel).AddSingleton(Store);
        services.AddScoped<ITurnTransaction, InMemoryTransaction>();
        services.AddConversation();
        capabilities(services);
        services.TryAddSingleton<ICompanyDays>(new UtcDays());
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public FakeTime Time { get; }

    public InMemoryConversationStore Store { get; }

    public FakeChannel Channel { get; }

    public IServiceProvider Services => _services;

    public string User { get; set; } = "dana";

    public ConversationReference Conversation { get; set; }

    /// <summary>What the program the person writes with tells of them.</summary>
    public ClientInfo? Client { get; set; }

    /// <summary>What the last turn gave back to its door.</summary>
    public TurnResult Last { get; private set; } = new();

    /// <summary>The form that is open before the person, if any.</summary>
    public OpenForm? Form { get; private set; }

    /// <summary>The last message as plain text.</summary>
    public string LastText => _said.Count == 0 ? "" : _said[^1];

    private Actor Actor => new("slack", "T1", User);

    public Task<TurnResult> SaysAsync(string text, string? turnId = null) => DoesAsync(new TurnInput.Said(text), turnId);

    /// <summary>Presses the newest button with this label on the screen.</summary>
    public Task<TurnResult> ClicksAsync(string label, string? turnId = null)
    {
        var (at, message) = Channel.Screen.Last(shown => shown.Message.Card.Buttons.Any(button => button.Label == label));
        return ClicksAsync(message.Card.Buttons.First(button => button.Label == label), at, turnId);
    }

    /// <summary>Presses a button that may stand no longer on the screen.</summary>
    public Task<TurnResult> ClicksAsync(CardButton button, MessageReference? on = null, string? turnId = null) =>
        DoesAsync(new TurnInput.ButtonClick(button.ActionId, button.Value, on), turnId);

    /// <summary>Submits the open form.</summary>
    public Task<TurnResult> SubmitsAsync(params (string Field, string Value)[] values) =>
        DoesAsync(new TurnInput.FormSubmission(
            Form?.Session.Id ?? throw new InvalidOperationException("No form is open."),
            new FormValues(values.ToDictionary(value => value.Field, value => value.Value))));

    /// <summary>Submits what is shown of the open form: one section of a long one.</summary>
    public Task<TurnResult> GoesOnAsync(params (string Field, string Value)[] values) =>
        DoesAsync(new TurnInput.FormSubmission(
            Form?.Session.Id ?? throw new InvalidOperationException("No form is open."),
            new FormValues(values.ToDictionary(value => value.Field, value => value.Value)))
        {
            Shown = [.. Form.Form.Fields.Select(shown => shown.Id)],
        });

    public async Task<TurnResult> DoesAsync(TurnInput input, string? turnId = null)
    {
        var turn = new Turn
        {
            Id = turnId ?? "turn-" + (++_turns).ToString(CultureInfo.InvariantCulture),
            ReceivedAt = Time.GetUtcNow(),
            Actor = Actor,
            Conversation = Conversation,
            Client = Client,
            Input = input,
        };
        Last = await _services.GetRequiredService<ITurnRunner>().RunAsync(turn, CancellationToken.None);
        Form = Last.Form ?? (Last.Errors.Count > 0 ? Form : null);
        _said.AddRange(Last.Messages.Select(message => PlainTextRenderer.Render(message.Card)));
        await DeliverAsync();
        return Last;
    }

    /// <summary>Sends what waits in the outbox and is due, in order.</summary>
    public async Task DeliverAsync()
    {
        var sender = _services.GetRequiredService<OutboxSender>();
        while (true)
        {
            using var enough = new CancellationTokenSource();
            var claim = ((IOutbox)Store).ClaimAsync(10, enough.Token).AsTask();
            if (!claim.IsCompleted)
            {
                await enough.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => claim);
                return;
            }

            foreach (var item in await claim)
            {
                var before = Channel.Sent.Count;
                await sender.SendAsync(item, CancellationToken.None);
                _said.AddRange(Channel.Sent.Skip(before).Select(message => PlainTextRenderer.Render(message.Card)));
            }
        }
    }

    /// <summary>The last message says this.</summary>
    public void Sees(string text) => Assert.Contains(text, LastText, StringComparison.Ordinal);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class UtcDays : ICompanyDays
    {
        public TimeZoneInfo Zone => TimeZoneInfo.Utc;

        public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
    }
}
