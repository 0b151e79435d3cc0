namespace RevBot.Conversation.Forms.Usage;

/// <summary>One form from its offer to its end, as its steps tell.</summary>
internal sealed record FormRun
{
    public required string Form { get; init; }

    public required string Door { get; init; }

    public bool IsOpened { get; init; }

    /// <summary><see cref="FormStepKind.Cancelled"/> also when it ran out; null while it may still be submitted.</summary>
    public FormStepKind? End { get; init; }

    /// <summary>From the first look to the end.</summary>
    public double Seconds { get; init; }

    public int Taps { get; init; }

    /// <summary>Submits of the form as a whole.</summary>
    public int Submits { get; init; }

    /// <summary>Fields an interview had an answer to, once for each answer.</summary>
    public IReadOnlyList<string> Answered { get; init; } = [];

    /// <summary>Fields at which something was refused, once for each time.</summary>
    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>Those of them that were empty.</summary>
    public IReadOnlyList<string> Empty { get; init; } = [];

    /// <summary>Where it was when it was left; empty when it was not, or nothing was asked or refused before.</summary>
    public IReadOnlyList<string> LastBefore { get; init; } = [];

    public static FormRun Of(IReadOnlyList<FormStep> steps, DateTimeOffset until)
    {
        var opened = steps.FirstOrDefault(step => step.Kind == FormStepKind.Opened);
        var end = steps.FirstOrDefault(step => step.Kind is FormStepKind.Accepted or FormStepKind.Cancelled or FormStepKind.Closed);
        var ending = end is null && steps[0].At + SessionGate.Lifetime <= until ? FormStepKind.Cancelled : end?.Kind;
        return new FormRun
        {
            Form = steps[0].Form,
            Door = steps[0].Door,
            IsOpened = opened is not null,
            End = ending,
            Seconds = opened is not null && end is not null ? (end.At - opened.At).TotalSeconds : 0,
            Taps = steps.Count(step => step.ByHand),
            Submits = steps.Any(step => step.Kind == FormStepKind.Asked) ? 0 : steps.Count(step => step.Kind is FormStepKind.Refused or FormStepKind.Accepted),
            Answered = Answers(steps),
            Refused = [.. steps.Where(step => step.Kind == FormStepKind.Refused).SelectMany(step => step.Fields)],
            Empty = [.. steps.Where(step => step.Kind == FormStepKind.Refused).SelectMany(step => step.Empty)],
            LastBefore = opened is not null && ending == FormStepKind.Cancelled ? steps.LastOrDefault(step => step.Kind is FormStepKind.Asked or FormStepKind.Refused)?.Fields ?? [] : [],
        };
    }

    /// <summary>In an interview the next step is the answer to what was asked before; what is refused only as all of it is submitted was tried then.</summary>
    private static List<string> Answers(IReadOnlyList<FormStep> steps)
    {
        var answered = new List<string>();
        IReadOnlyList<string> asked = [];
        foreach (var step in steps.SkipWhile(step => step.Kind != FormStepKind.Asked))
        {
            if (step.Kind is FormStepKind.Asked or FormStepKind.Refused or FormStepKind.Accepted)
            {
                answered.AddRange(step.Kind == FormStepKind.Refused ? asked.Union(step.Fields) : asked);
                asked = [.. step.Fields.Take(1)];
            }
        }

        return answered;
    }
}
