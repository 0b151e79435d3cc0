using System.Collections.Frozen;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Process;

/// <summary>The stages in their order of travel, won and lost stages last.</summary>
public sealed class SalesProcess
{
    private readonly FrozenDictionary<StageId, int> _positions;

    /// <param name="moves">How deals may travel; as they like where nothing is said.</param>
    /// <exception cref="ArgumentException">Two stages share an id.</exception>
    public SalesProcess(IReadOnlyList<Stage> stages, MovePolicy? moves = null)
    {
        (Stages, Moves) = (stages, moves ?? MovePolicy.Free);
        _positions = stages.Select((stage, position) => KeyValuePair.Create(stage.Id, position)).ToFrozenDictionary();
    }

    public IReadOnlyList<Stage> Stages { get; }

    public MovePolicy Moves { get; }

    public IEnumerable<Stage> OpenStages => Stages.Where(stage => stage.Group == StageGroup.Open);

    public Stage? Find(StageId id) => _positions.TryGetValue(id, out var position) ? Stages[position] : null;

    /// <summary>What a deal must have to be in the stage: what the stage asks for itself, and what earlier ones ask for from there on.</summary>
    public IEnumerable<Criterion> EntryOf(Stage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return stage.Group == StageGroup.Lost
            ? stage.RequiredToEnter
            : stage.RequiredToEnter.Concat(Stages.TakeWhile(earlier => earlier.Id != stage.Id).Where(earlier => earlier.Group == StageGroup.Open).SelectMany(earlier => earlier.RequiredToEnter.Where(criterion => criterion.FromHereOn)));
    }

    /// <summary>What the company calls the stage; its key where the process does not have it (a stage of older days).</summary>
    public string NameOf(StageId id) => Find(id)?.Name ?? id.Value;

    /// <summary>Place of the stage in the order of travel, from 0; -1 when the process does not have it (a stage of older days).</summary>
    public int PositionOf(StageId id) => _positions.GetValueOrDefault(id, -1);
}
