using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask;

/// <summary>Tells what a customer costs, is worth and thinks from what was won and lost: "how much do we pay to get one new customer" is no booking, and "how long do customers stay with us" no time in a stage.</summary>
internal static class CustomerWords
{
    private static readonly LexiconEntry AcquisitionCost = new(LexiconKind.Measure, "economics.cac");
    private static readonly LexiconEntry LifetimeValue = new(LexiconKind.Measure, "economics.ltv");
    private static readonly LexiconEntry Churn = new(LexiconKind.Beyond, "churn");
    private static readonly LexiconEntry Satisfaction = new(LexiconKind.Beyond, "customer satisfaction");

    public static void Settle(Sentence sentence, List<LexiconSpan> spans)
    {
        var customer = PlainVerbs.First(sentence, 0, at => sentence.Stem(at) is "customer" or "client" or "logo" or "buyer" or "account" or "subscriber");
        if (customer < 0)
        {
            return;
        }

        for (var at = 0; at < sentence.Count; at++)
        {
            if (EntryAt(sentence, at, customer) is { } entry)
            {
                PlainVerbs.Put(sentence, spans, at, 1, entry);
                return;
            }
        }
    }

    private static LexiconEntry? EntryAt(Sentence sentence, int at, int customer) => sentence[at] switch
    {
        "cost" or "costs" or "costing" when CostsOne(sentence, at, customer) => AcquisitionCost,
        "pay" or "pays" or "paying" or "paid" or "spend" or "spends" or "spending" or "spent" or "invest" or "invested" when WePay(sentence, at, customer) => AcquisitionCost,
        "worth" or "bring" or "brings" or "earn" or "earns" or "make" or "pay" or "pays" or "spend" or "spends" or "value" when OverTheYears(sentence) => LifetimeValue,
        "stay" or "stays" or "staying" or "remain" or "remains" when Says(sentence, "long") || (sentence[at + 1] == "with" && sentence[at + 2] == "us") => Churn,
        "keep" or "keeps" or "retain" or "kept" or "retained" when Says(sentence, "many") || Says(sentence, "percent") || Says(sentence, "share") || Says(sentence, "percentage") => Churn,
        "happy" or "unhappy" or "satisfied" or "dissatisfied" or "pleased" or "content" or "delighted" or "loyal" when Math.Abs(customer - at) < 5 => Satisfaction,
        _ => null,
    };

    /// <summary>"What does a new customer cost us", "the cost of winning one customer", "what does it cost to get a client"; but "which customers cost us the most".</summary>
    private static bool CostsOne(Sentence sentence, int cost, int customer) => customer < cost ? sentence[customer] == sentence.Stem(customer) && IsOne(sentence, customer)
        : Enumerable.Range(cost + 1, customer - cost).Any(at => IsGaining(sentence[at])) || sentence[cost + 1] is "per" or "of" && IsOne(sentence, customer);

    /// <summary>"How much do we pay for one new customer", "what do we spend on sales per new customer".</summary>
    private static bool WePay(Sentence sentence, int pay, int customer) => customer > pay && Enumerable.Range(Math.Max(0, pay - 3), Math.Min(3, pay)).Any(at => sentence[at] is "we" or "us" or "i" or "company")
        && (IsOne(sentence, customer) || Enumerable.Range(pay + 1, customer - pay).Any(at => IsGaining(sentence[at])));

    private static bool IsOne(Sentence sentence, int customer) => Enumerable.Range(Math.Max(0, customer - 3), Math.Min(3, customer)).Any(at => sentence[at] is "a" or "an" or "one" or "each" or "every" or "per" or "single" or "average" or "typical" or "another");

    private static bool IsGaining(string word) => word is "get" or "getting" or "win" or "winning" or "acquire" or "acquiring" or "gain" or "gaining" or "land" or "landing" or "find" or "finding" or "attract" or "attracting" or "sign" or "signing" or "bring";

    /// <summary>"Over the years", "the whole time they stay", "until they leave", "as long as they are with us".</summary>
    private static bool OverTheYears(Sentence sentence) => Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "lifetime" or "lifespan" || (sentence[at] is "over" or "through" or "across" && sentence[at + 1] is "the" or "their" or "its" && sentence[at + 2] is "years" or "life" or "relationship" or "time" or "whole" or "entire")
        || (sentence[at] == "time" && sentence[at + 1] is "they" or "it" && sentence[at + 2] is "stay" or "stays") || (sentence[at] is "until" or "till" or "before" && sentence[at + 1] is "they" or "it" && sentence[at + 2] is "leave" or "leaves" or "go" or "quit" or "cancel") || (sentence[at] == "as" && sentence[at + 1] == "long" && sentence[at + 2] == "as"));

    private static bool Says(Sentence sentence, string word) => sentence.Has(word);
}
