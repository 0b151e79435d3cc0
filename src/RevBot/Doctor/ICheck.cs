namespace RevBot.Doctor;

/// <summary>A group of checks of one part of the bot.</summary>
internal interface ICheck
{
    string Title { get; }

    IAsyncEnumerable<Finding> RunAsync(CancellationToken cancellationToken);
}
