namespace RevBot.Conversation.Forms.Usage;

/// <summary>What happened to a form that was offered.</summary>
public enum FormStepKind
{
    /// <summary>It was offered: by a message with a button, or shown at once.</summary>
    Offered,

    /// <summary>Its fields, or the first of them, were shown.</summary>
    Opened,

    /// <summary>An interview asks for a field, or for a yes when it names none.</summary>
    Asked,

    /// <summary>What was filled in was not taken; the fields say where.</summary>
    Refused,

    /// <summary>It was submitted, and done.</summary>
    Accepted,

    /// <summary>The person cancelled it.</summary>
    Cancelled,

    /// <summary>There was nothing to fill in any more, or the right was gone: no field's fault.</summary>
    Closed,
}
