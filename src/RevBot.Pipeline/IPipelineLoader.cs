namespace RevBot.Pipeline;

/// <summary>Writes much at once: imports and the demo company. One call is one transaction.</summary>
public interface IPipelineLoader
{
    /// <summary>What the store holds: null when empty, else <c>demo</c> or <c>import</c>.</summary>
    Task<string?> GetOriginAsync(CancellationToken cancellationToken);

    /// <summary>Writes everything in <paramref name="load"/> or nothing.</summary>
    /// <exception cref="InvalidOperationException">The store holds data of another origin (the demo company is never mixed with imported data), or a deal's version is not the expected one.</exception>
    Task LoadAsync(PipelineLoad load, CancellationToken cancellationToken);
}
