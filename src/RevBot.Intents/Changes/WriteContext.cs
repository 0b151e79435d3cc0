using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Changes;

/// <summary>What a change is decided on: one snapshot, the company's rules, and the person it is made as.</summary>
/// <param name="Person">Null when the company does not know the chat user.</param>
public sealed record WriteContext(TurnContext Turn, PipelineSnapshot Snapshot, CompanyProfile Company, Person? Person)
{
    public DateOnly Today => Dates.Today;

    /// <summary>How days in what was said are meant.</summary>
    public DateSense Dates => Turn.Dates;

    public EventStamp Stamp => new(Turn.Now, Turn.Now, Person?.Id, Turn.Turn.Id, Turn.Turn.Actor.Channel);

    public string NameOf(PersonId? person) =>
        person is { } id ? Snapshot.People.TryGetValue(id, out var known) ? known.Name : id.Value : "an import";

    public string NameOf(StageId stage) => Company.Process.NameOf(stage);
}
