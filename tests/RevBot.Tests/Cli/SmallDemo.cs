using RevBot.Tests.Support;

namespace RevBot.Tests.Cli;

/// <summary>A small demo company that tests read, and copy when they mean to change something.</summary>
public sealed class SmallDemo : IAsyncLifetime, IDisposable
{
    public const string Now = "2026-11-20T22:00:00Z";

    private readonly TempFolder _folder = new();

    public string Path => _folder.Path;

    public async Task InitializeAsync()
    {
        var made = await RevBotProcess.RunAsync(["demo", "--deals", "200", "--until", "2026-11-20", "--data", Path]);
        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
    }

    public TempFolder Copy()
    {
        var copy = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(Path))
        {
            File.Copy(file, copy.File(System.IO.Path.GetFileName(file)));
        }

        return copy;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();
}
