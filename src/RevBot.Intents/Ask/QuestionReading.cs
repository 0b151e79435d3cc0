using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.Ask.Periods;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>What the parser made of a sentence. Null instead of any of these when it is no question about deals.</summary>
public abstract record QuestionReading
{
    private QuestionReading()
    {
    }

    /// <summary>How sure the sentence is for the questions' intents, 0 to 1.</summary>
    public required double Score { get; init; }

    /// <summary>Every part was understood. A list counts with <see cref="Question"/> too: its deals are the ones behind the count.</summary>
    public sealed record Understood(Question Question, QuestionShape Shape) : QuestionReading
    {
        /// <summary>The period as it was said, for a follow-up that measures something else; null when none was.</summary>
        internal PeriodReading? Said { get; init; }

        /// <summary>What it is compared with, when that was said by its place only ("the one before", "year over year"); null for days named outright.</summary>
        internal string? Change { get; init; }
    }

    /// <summary>One part has several good readings.</summary>
    public sealed record Unclear(string Question, IReadOnlyList<Choice> Choices) : QuestionReading
    {
        /// <summary>True when a name fits several; who is meant, only the person knows.</summary>
        public bool IsOfNames => Name is not null;

        /// <summary>That name, and the sentence it stands in.</summary>
        internal OpenName? Name { get; init; }
    }

    /// <summary>Something is missing or unknown; nothing is computed.</summary>
    /// <param name="Reason">One sentence for people.</param>
    /// <param name="Nearest">What was understood, to find near questions by; null when nothing was.</param>
    public sealed record Refused(string Reason, Question? Nearest) : QuestionReading
    {
        /// <summary>True when words were not understood; false when what was understood cannot be told.</summary>
        public bool IsOfWords { get; init; }
    }
}
