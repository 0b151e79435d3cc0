using System.Diagnostics;

namespace RevBot.Benchmarks;

/// <summary>How long this disk takes to make a write durable: every durable figure rests on it, and it changes from hour to hour.</summary>
internal static class Disk
{
    public static void PrintFlushTime()
    {
        var path = Path.GetTempFileName();
        var times = new List<double>();
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1))
        {
            var page = new byte[4096];
            for (var round = 0; round < 200; round++)
            {
                var started = Stopwatch.GetTimestamp();
                file.Write(page);
                file.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        File.Delete(path);
        times.Sort();
        Console.WriteLine($"Flush of 4 KB to this disk: median {times[100]:0.000} ms, p99 {times[198]:0.000} ms.");
    }
}
