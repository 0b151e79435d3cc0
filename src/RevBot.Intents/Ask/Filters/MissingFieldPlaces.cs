using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Passes over what is said behind a field of where it should stand: "no amount in the system", "no next step on them at all".</summary>
internal static class MissingFieldPlaces
{
    /// <summary>The place behind such words.</summary>
    public static int End(Sentence sentence, int at)
    {
        if (sentence[at] is "in" or "on" or "against" or "under" or "for" or "to")
        {
            var next = at + 1;
            next += sentence[next] is "the" or "our" or "your" or "their" ? 1 : 0;
            if (sentence[next] is "system" or "crm" or "file" or "record" or "records" or "books" or "tool" or "database" or "salesforce" or "hubspot" or "it" or "them" || (next > at + 1 && sentence[next] is "deal" or "field" or "sheet"))
            {
                at = next + 1;
            }
        }

        return at + (sentence[at] switch { "yet" or "anywhere" or "whatsoever" => 1, "at" when sentence[at + 1] == "all" => 2, "as" when sentence[at + 1] == "yet" => 2, "so" when sentence[at + 1] == "far" => 2, _ => 0 });
    }
}
