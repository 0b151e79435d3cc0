using RevBot.Pipeline.Company;

namespace RevBot.Intents.Company;

/// <summary>What the words of a lead's way to a closed deal mean until the company says otherwise.</summary>
internal static class GlossarySeed
{
    public static IReadOnlyList<GlossaryEntry> Entries { get; } =
    [
        new()
        {
            Term = "raw lead",
            Aliases = ["lead", "new lead", "inquiry"],
            Definition = "A person or company that showed interest or was found, before anybody checked whether they fit.",
            Owner = "Marketing",
            Example = "Somebody downloads a white paper and leaves a business address.",
            CounterExample = "A visitor of the web site who left no name.",
        },
        new()
        {
            Term = "MQL",
            Aliases = ["marketing qualified lead", "marketing-qualified lead"],
            Definition = "A marketing qualified lead: it fits the customers we want and showed enough interest that marketing hands it to sales.",
            Owner = "Marketing",
            Example = "An operations lead of a company with 200 people asks for a demo.",
            CounterExample = "A student who downloads three white papers: interested, but no customer we want.",
        },
        new()
        {
            Term = "SAL",
            Aliases = ["sales accepted lead", "sales-accepted lead"],
            Definition = "A sales accepted lead: a rep has looked at the MQL and agreed to work on it.",
            Owner = "Sales",
            Example = "The rep accepts the lead and plans a first call.",
            CounterExample = "An MQL that waits in the queue, or that a rep sends back.",
        },
        new()
        {
            Term = "SQL",
            Aliases = ["sales qualified lead", "sales-qualified lead"],
            Definition = "A sales qualified lead: a rep has spoken to them and found a need, a budget or a way to one, and somebody who decides.",
            Owner = "Sales",
            Example = "In a first call the buyer names a problem, a time frame and who signs.",
            CounterExample = "A friendly call with somebody who only collects offers.",
        },
        new()
        {
            Term = "opportunity",
            Aliases = ["opp", "sales opportunity"],
            Definition = "A deal with an expected amount and close date that stands in an open stage of the sales process; from here on it counts as pipeline.",
            Owner = "Sales",
            Example = "A deal in the first stage, with an owner, an amount and a date.",
            CounterExample = "An SQL for which no deal was opened.",
        },
        new()
        {
            Term = "closed",
            Aliases = ["closed deal", "closed won", "closed lost", "closed opportunity"],
            Definition = "A deal that was decided: won when the customer signed, lost when they or we said no; with its day, and its reason when lost.",
            Owner = "Sales",
            Example = "The contract came back signed: won on that day.",
            CounterExample = "A verbal yes: the deal is open until it is signed.",
        },
    ];
}
