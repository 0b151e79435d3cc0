namespace RevBot.Hosting;

/// <summary>Ends a verb with exit code 1 and a sentence that names what was wrong and what to do; never shown with a stack.</summary>
public sealed class CommandException : Exception
{
    public CommandException(string message)
        : base(message)
    {
    }

    public CommandException()
    {
    }

    public CommandException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
