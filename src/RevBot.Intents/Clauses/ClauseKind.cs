namespace RevBot.Intents.Clauses;

/// <summary>What a clause does in a message.</summary>
internal enum ClauseKind
{
    /// <summary>A piece of a question without a verb of its own: "win rate by source", "EMEA only", "top five".</summary>
    Part,

    /// <summary>Asks outright: "how many did we win", "show me the losses", "I need bookings by rep".</summary>
    Asking,

    /// <summary>Tells something: "I need it for the cash plan", "my boss keeps asking", "because nobody updates the CRM".</summary>
    Telling,

    /// <summary>Comes before what is asked and announces it: "quick one", "let's talk about discipline", "I wonder".</summary>
    Opening,

    /// <summary>Says how or why it is asked: "typing on my phone", "for the battlecards", "before my 9 o'clock".</summary>
    Comment,

    /// <summary>A greeting, thanks, an excuse.</summary>
    Courtesy,

    /// <summary>What is not meant, beside what is: "(the mean, not the median)".</summary>
    Contrast,
}
