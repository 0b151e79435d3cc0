using RevBot.Conversation.Replies;

namespace RevBot.Conversation.Forms;

/// <summary>How far an interview has come; remembered between turns.</summary>
/// <param name="Values">Canonical answers so far.</param>
/// <param name="Done">Fields answered or skipped, in the order they were asked.</param>
public sealed record InterviewState(string SessionId, IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Done)
{
    public FormValues Given => new(Values);

    /// <summary>What may be done instead of answering, as of the last question: <see cref="Form.Beside"/>.</summary>
    public IReadOnlyList<CardButton> Beside
    {
        get;

        // An interview that an older version wrote down has none.
        init => field = value ?? [];
    }

    = [];

    /// <summary>The button whose label was said, word for word: anything else is an answer.</summary>
    public CardButton? Pick(string said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return Beside.FirstOrDefault(button => string.Equals(button.Label, said.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    public static InterviewState Start(string sessionId) => new(sessionId, new Dictionary<string, string>(), []);

    /// <summary>The field was answered, or skipped when <paramref name="value"/> is null.</summary>
    public InterviewState Answer(string field, string? value)
    {
        var values = Values.Where(item => item.Key != field).ToDictionary();
        if (value is not null)
        {
            values[field] = value;
        }

        return this with { Values = values, Done = [.. Done.Where(done => done != field), field] };
    }

    /// <summary>The field is to be asked again.</summary>
    public InterviewState Reopen(string field) =>
        this with { Values = Values.Where(item => item.Key != field).ToDictionary(), Done = [.. Done.Where(done => done != field)] };
}
