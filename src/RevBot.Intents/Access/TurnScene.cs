using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.Access;

/// <summary>What a turn is read and decided on: one state of the pipeline, as far as whoever speaks may see it, looked up once for all capabilities that want to know. Scoped to the turn.</summary>
public sealed class TurnScene(IPipelineReader reader, ICompany company)
{
    private (TurnContext Turn, PipelineSnapshot Snapshot, Person? Person)? _known;

    /// <summary>The person is null when the company does not know the chat user; then there is nothing to see.</summary>
    public async ValueTask<(PipelineSnapshot Snapshot, Person? Person)> SeeAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (_known is not { } known || !ReferenceEquals(known.Turn, context))
        {
            var whole = await reader.GetSnapshotAsync(context.Turn.AsOf, cancellationToken);
            var person = People.PersonOf(context.Profile, whole);
            _known = known = (context, LimitedPipeline.Of(whole, person, company.Profile), person);
        }

        return (known.Snapshot, known.Person);
    }
}
