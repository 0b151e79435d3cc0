using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Access;

/// <summary>What a turn is read and decided on: one state of the pipeline, looked up once for all capabilities that want to know, and who speaks. Scoped to the turn.</summary>
public sealed class TurnScene(IPipelineReader reader)
{
    private (TurnContext Turn, PipelineSnapshot Snapshot, Person? Person)? _known;

    /// <summary>The person is null when the company does not know the chat user.</summary>
    public async ValueTask<(PipelineSnapshot Snapshot, Person? Person)> SeeAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (_known is not { } known || !ReferenceEquals(known.Turn, context))
        {
            var snapshot = await reader.GetSnapshotAsync(context.Turn.AsOf, cancellationToken);
            _known = known = (context, snapshot, People.PersonOf(context.Profile, snapshot));
        }

        return (known.Snapshot, known.Person);
    }
}
