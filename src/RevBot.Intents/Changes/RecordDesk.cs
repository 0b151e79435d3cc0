using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Rights;
using RevBot.Pipeline.Targets;

namespace RevBot.Intents.Changes;

/// <summary>Where accounts, contacts and submitted forecasts are written. Scoped to the turn.</summary>
public sealed class RecordDesk(IRecordWriter writer)
{
    /// <summary>Why this person may add nothing in this turn, or null: who changes no deals adds nothing that deals are made with.</summary>
    public static Denial? Refusal(WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return DealDesk.PastRefusal(context) is { } past ? past
            : context.Person is not { } person ? Denial.OfRights("I can't tell who you are from your e-mail address here, so I can't add anything for you. Ask operations to add it to the people list.")
            : context.Company.Rights.Of(person.Role).Changes == Reach.None ? Denial.OfRights("Your role here is for reading, so nothing was added. Please ask a sales manager or operations.")
            : null;
    }

    public void Add(Account account, EventStamp stamp) => writer.Add(account, stamp);

    public void Put(Contact contact, EventStamp stamp) => writer.Put(contact, stamp);

    public void TakeBack(MadeRecord made) => writer.TakeBack(made);

    public void Submit(IReadOnlyList<ForecastSubmission> forecasts, string? note, EventStamp stamp) => writer.Submit(forecasts, note, stamp);
}
