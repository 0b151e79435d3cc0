namespace RevBot.Storage.Sqlite;

/// <summary>One piece of work that waits for the writer.</summary>
internal abstract class PendingWrite(WriteManner manner)
{
    public WriteManner Manner { get; } = manner;

    public abstract void Run(SqlSession session);

    /// <summary>Tells memory, after the commit.</summary>
    public abstract void Committed();

    /// <summary>Wakes whoever waits for it, after every <see cref="Committed"/> of the same commit.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);
}

/// <inheritdoc/>
internal sealed class PendingWrite<T>(Func<SqlSession, T> work, Action<T>? committed, WriteManner manner) : PendingWrite(manner)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Done => _done.Task;

    public override void Run(SqlSession session) => _result = work(session);

    public override void Committed() => committed?.Invoke(_result!);

    public override void Complete() => _done.TrySetResult(_result!);

    public override void Fail(Exception exception) => _done.TrySetException(exception);
}
