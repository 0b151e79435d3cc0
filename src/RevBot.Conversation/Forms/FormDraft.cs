namespace RevBot.Conversation.Forms;

/// <summary>A form that was left half-filled, as it would be shown now.</summary>
public sealed record FormDraft(FormSession Session, Form Form)
{
    /// <summary>How many of the fields something stands in.</summary>
    public int Filled => Form.Fields.Count(asked => Session.Values[asked.Id] is not null);
}
