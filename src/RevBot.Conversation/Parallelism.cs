namespace RevBot.Conversation;

/// <summary>Claims work as far as there is room for it, runs it side by side, and waits for what is under way when it is stopped.</summary>
internal static class Parallelism
{
    /// <param name="most">How much runs at once.</param>
    /// <param name="claim">Waits for work and takes at most so much.</param>
    /// <param name="run">Does one piece; must not throw.</param>
    /// <param name="claimFailed">Called when claiming threw; claiming goes on when it returns.</param>
    public static async Task RunAsync<T>(
        int most,
        Func<int, CancellationToken, ValueTask<IReadOnlyList<T>>> claim,
        Func<T, Task> run,
        Func<Exception, Task> claimFailed,
        CancellationToken stopping)
    {
        using var room = new SemaphoreSlim(most);
        try
        {
            while (true)
            {
                var free = await TakeAsync(room, most, stopping);
                var work = await ClaimAsync(free);
                if (free > work.Count)
                {
                    room.Release(free - work.Count);
                }

                foreach (var piece in work)
                {
                    _ = RunOneAsync(piece);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped: what is under way is finished below.
        }

        for (var finished = 0; finished < most; finished++)
        {
            await room.WaitAsync(CancellationToken.None);
        }

        async Task<IReadOnlyList<T>> ClaimAsync(int free)
        {
            try
            {
                return await claim(free, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                room.Release(free);
                throw;
            }
            catch (Exception failure)
            {
                // The store is away for a moment; the worker outlives that.
                await claimFailed(failure);
                return [];
            }
        }

        async Task RunOneAsync(T piece)
        {
            await Task.Yield();
            try
            {
                await run(piece);
            }
            finally
            {
                room.Release();
            }
        }
    }

    private static async Task<int> TakeAsync(SemaphoreSlim room, int most, CancellationToken stopping)
    {
        await room.WaitAsync(stopping);
        var free = 1;
        while (free < most && room.Wait(0, CancellationToken.None))
        {
            free++;
        }

        return free;
    }
}
