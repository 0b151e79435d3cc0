namespace RevBot.Tests.Support;

/// <summary>How a verb ended and what it printed.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors);
