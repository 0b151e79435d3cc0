using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.ImportData;

/// <summary>Finds a stage by any of its names, and the stage that an outcome means where a file keeps stage and outcome apart.</summary>
internal sealed class StageNames
{
    private readonly Dictionary<string, Stage> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly SalesProcess _process;

    public StageNames(SalesProcess process)
    {
        _process = process;
        foreach (var stage in process.Stages)
        {
            foreach (var name in (IEnumerable<string>)[stage.Name, stage.Id.Value, .. stage.Aliases])
            {
                _byName.TryAdd(name, stage);
            }
        }
    }

    public IReadOnlyList<string> Known => [.. _process.Stages.Select(stage => stage.Name)];

    public Stage? Find(string name) => _byName.GetValueOrDefault(name);

    public Stage? Find(StageId id) => _process.Find(id);

    public Stage? First(StageGroup group) => _process.Stages.FirstOrDefault(stage => stage.Group == group);

    public static DealStatus StatusOf(Stage stage) => stage.Group switch
    {
        StageGroup.Won => DealStatus.Won,
        StageGroup.Lost => DealStatus.Lost,
        _ => DealStatus.Open,
    };

    /// <summary>The outcome a row tells beside its stage: null when it tells none.</summary>
    public static StageGroup? Outcome(string? status, bool? isWon, bool? isClosed) => status?.ToLowerInvariant() switch
    {
        "won" or "closed won" => StageGroup.Won,
        "lost" or "closed lost" or "abandoned" => StageGroup.Lost,
        "open" => StageGroup.Open,
        _ when isWon == true => StageGroup.Won,
        _ when isWon == false && isClosed == true => StageGroup.Lost,
        _ => null,
    };
}
