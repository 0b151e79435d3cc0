namespace RevBot.Intents.Company;

/// <summary>The process cannot start on this <c>company.yaml</c>; the message is one sentence per problem, each with its line and its fix.</summary>
public sealed class CompanyFileException : Exception
{
    public CompanyFileException(IReadOnlyList<CompanyProblem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    public CompanyFileException()
    {
    }

    public CompanyFileException(string message)
        : base(message)
    {
    }

    public CompanyFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public IReadOnlyList<CompanyProblem> Problems { get; } = [];
}
