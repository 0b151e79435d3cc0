using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;

namespace RevBot.Conversation.Forms.Usage;

/// <summary>A step as whoever handles the form tells it; where and when are added as it is written.</summary>
internal sealed record FormMark(FormStepKind Kind, FormSession Session)
{
    public IReadOnlyList<string> Fields { get; init; } = [];

    public IReadOnlyList<string> Empty { get; init; } = [];

    public bool ByHand { get; init; } = true;

    /// <summary>The interview asks for a field; null asks for a yes.</summary>
    public static FormMark Asked(FormSession session, Field? field) => new(FormStepKind.Asked, session) { Fields = field is null ? [] : [field.Id] };

    public static FormMark Refused(FormSession session, IReadOnlyList<FieldError> errors, FormValues given)
    {
        var fields = errors.Select(error => error.FieldId).Distinct().ToList();
        return new FormMark(FormStepKind.Refused, session) { Fields = fields, Empty = fields.FindAll(field => string.IsNullOrWhiteSpace(given[field])) };
    }

    /// <summary>How a submit that passed the form's own checks ended: a refusal of the house is no fault of the form.</summary>
    public static FormMark Ended(FormSession session, Reply reply) =>
        new(AuditNote.Of(reply, session.FormId)?.Kind == AuditKind.Refused ? FormStepKind.Closed : FormStepKind.Accepted, session);
}
