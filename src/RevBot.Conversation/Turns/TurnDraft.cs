using RevBot.Conversation.Forms;
using RevBot.Conversation.Memory;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;

namespace RevBot.Conversation.Turns;

/// <summary>The messages and memory of one turn while its reply is carried out: picks how each goes out by what the channel can do.</summary>
internal sealed class TurnDraft(TurnContext context, ITurnTransaction transaction, ChannelAbilities abilities, DateTimeOffset now)
{
    private readonly List<OutboundMessage> _inPlace = [];
    private ConversationMemory _memory = context.Memory;
    private IReadOnlyList<CardButton> _options = [];
    private int _number;

    public IReadOnlyList<OutboundMessage> InPlace => _inPlace;

    /// <summary>What <see cref="Replace"/> made of a message, if it was called.</summary>
    public Card? Face { get; private set; }

    public bool Can(ChannelAbilities ability) => abilities.HasFlag(ability);

    /// <summary>Why what is said in the room goes to the person alone; null where everybody there may read it.</summary>
    public string? AloneBecause { get; init; }

    public void Post(Card card, string? cardKey = null) => Send(Said(card) with { CardKey = cardKey });

    /// <summary>With a form that only whoever asked fills in.</summary>
    public void Post(Card card, string cardKey, OfferedForm form) =>
        Send(Said(card) with
        {
            CardKey = cardKey,
            Form = WhyAlone(card) is { } why ? form with { Form = form.Form with { Intro = [.. form.Form.Intro, new CardElement.Note(why)] } } : form,
            OnlyFor = context.Turn.Actor,
        });

    /// <summary>As the page of whoever has one, whatever is under way in their chat.</summary>
    public void Publish(Card card) => transaction.Send(Message(OutboundKind.Home, card) with { To = ConversationReference.ChatWith(context.Turn.Actor), OnlyFor = context.Turn.Actor });

    /// <summary>Beside the chat, to be said with one press.</summary>
    public void Suggest(IReadOnlyList<Prompt> prompts) =>
        transaction.Send(Message(OutboundKind.Prompts, Card.Text(string.Join('\n', prompts.Select(prompt => prompt.Title)))) with { Prompts = prompts, OnlyFor = context.Turn.Actor });

    public void Whisper(Card card)
    {
        if (Can(ChannelAbilities.AnswersClicks) && context.Turn.Input is TurnInput.ButtonClick or TurnInput.FormOpening or TurnInput.FormSubmission)
        {
            _inPlace.Add(Message(OutboundKind.Whisper, card) with { OnlyFor = context.Turn.Actor });
            return;
        }

        Send(Can(ChannelAbilities.Whispers) && !context.Turn.Conversation.IsDirect
            ? Message(OutboundKind.Whisper, card) with { To = BesideThePressed(context.Turn), OnlyFor = context.Turn.Actor }
            : Message(OutboundKind.Post, card));
    }

    /// <summary>Gives a message of ours a new face; false when it cannot be told which, or the channel cannot.</summary>
    public bool Replace(Card card, MessageReference? target, FormSession? prompt)
    {
        if (WhyAlone(card) is not null && (target ?? prompt?.Prompt) is not { ReplyAddress: not null })
        {
            // The message stands in the room: what it says there stays as it is.
            return false;
        }

        if (!Can(ChannelAbilities.Updates) || (target is null && prompt?.Prompt is null && prompt?.PromptKey is null))
        {
            return false;
        }

        Send(Message(OutboundKind.Update, card) with
        {
            To = target is null && prompt is not null ? prompt.Conversation : context.Turn.Conversation,
            Target = target ?? prompt?.Prompt,
            CardKey = prompt?.PromptKey,
        });
        Face = card;
        return true;
    }

    public void Carry(Reply reply)
    {
        foreach (var post in reply.AlsoPost)
        {
            Send(Message(OutboundKind.Post, post.Card) with { To = post.Room, CardKey = post.CardKey });
        }

        foreach (var update in reply.UpdateLive)
        {
            Send(Message(OutboundKind.Update, update.Card) with { To = LiveCard.Lane(update.CardKey), CardKey = update.CardKey });
        }

        foreach (var (key, value) in reply.Remember)
        {
            Remember(key, value);
        }
    }

    public void Remember(string key, string? value)
    {
        if (value is not null || _memory.Items.ContainsKey(key))
        {
            _memory = _memory.With(key, value, context.Now);
        }
    }

    /// <summary>Writes memory down if it changed; a sentence closes choices that were open before it.</summary>
    public void Finish()
    {
        if (_options.Count > 0 || context.Turn.Input is TurnInput.Said)
        {
            Remember(OpenOptions.Key, _options.Count > 0 ? new OpenOptions(_options).ToJson() : null);
        }

        if (_memory != context.Memory)
        {
            transaction.Remember(_memory);
        }
    }

    /// <summary>A thread that only the pressed message itself begins is open before nobody: what is whispered there would not be seen.</summary>
    private static ConversationReference BesideThePressed(Turn turn) =>
        turn.Input is TurnInput.ButtonClick { Message.MessageId: { } pressed } && pressed == turn.Conversation.ThreadId ? turn.Conversation with { ThreadId = null } : turn.Conversation;

    /// <summary>Said in the conversation, or to the person alone.</summary>
    private OutboundMessage Said(Card card) => WhyAlone(card) is { } why
        ? Message(OutboundKind.Whisper, card with { Elements = [.. card.Elements, new CardElement.Note(why)] }) with { To = BesideThePressed(context.Turn), OnlyFor = context.Turn.Actor }
        : Message(OutboundKind.Post, card);

    /// <summary>A card that brings a face for everybody along may be said anywhere.</summary>
    private string? WhyAlone(Card card) => card.Redaction is null ? AloneBecause : null;

    private OutboundMessage Message(OutboundKind kind, Card card) => new()
    {
        Id = MessageId.For(context.Turn.Id, now, _number++),
        TurnId = context.Turn.Id,
        Kind = kind,
        To = context.Turn.Conversation,
        Card = card,
        CreatedAt = now,
    };

    private void Send(OutboundMessage message)
    {
        var here = message.To.Channel == context.Turn.Conversation.Channel && message.To.RoomId == context.Turn.Conversation.RoomId;
        if (here && (Can(ChannelAbilities.AnswersInPlace) || message.Card.Buttons.Any(button => button.ActionId == TurnActions.PickChoice)))
        {
            _options = message.Card.Buttons;
        }

        if (here && Can(ChannelAbilities.AnswersInPlace))
        {
            _inPlace.Add(message);
        }
        else
        {
            transaction.Send(message);
        }
    }
}
