using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Changes;

/// <summary>Asks which deal is meant. Every choice is the same wish with the deal's id in it, so that picking one leaves nothing to guess.</summary>
public static partial class DealQuestions
{
    private const int Most = 5;

    public static Reply Unknown(string intent, string words, IReadOnlyList<Deal> nearest)
    {
        if (words.ToLowerInvariant() is "it" or "this" or "that" or "this one" or "that one" or "this deal" or "that deal" or "the deal" or "the same" or "them" or "those")
        {
            return DealDesk.Refuse(intent, $"I can't tell which deal “{words}” is: say its name, or its id after a #. Nothing was changed.");
        }

        if (Many().IsMatch(words))
        {
            return DealDesk.Refuse(intent, "I can't read what is to become of these deals. Say it like: push all my December deals to January; or: hand over all of Omar's deals to Priya. You see which and how before anything is written.");
        }

        var sentence = nearest.Count == 0
            ? $"I know no deal or account called “{words}”. Check the name, or write the deal's id after a #."
            : $"I know no deal or account called “{words}”. Near it are {CountText.List(nearest.Select(deal => $"{deal.Name} (#{deal.Id})"))}. Nothing was changed.";
        return DealDesk.Refuse(intent, sentence);
    }

    public static Reply Which(string intent, string question, IReadOnlyList<Deal> deals, Func<Deal, string> sayWith, WriteContext context)
    {
        var shown = deals.Take(Most).Select(deal => new Choice(Label(deal, context), sayWith(deal))).ToList();
        var asked = deals.Count > Most ? $"{question} These are the {Most} changed last of {CountText.Of(deals.Count, "deal")}; or name it with its id." : question;
        return new Reply.Clarify(asked, shown) { Data = ChangeData.Clarify(intent, asked, shown.Select(choice => choice.Label)) };
    }

    public static Reply Which(string intent, string question, IReadOnlyList<Choice> choices) =>
        new Reply.Clarify(question, choices) { Data = ChangeData.Clarify(intent, question, choices.Select(choice => choice.Label)) };

    /// <summary>"Acme Renewal · Proposal · $50k · Dana Reyes": what tells deals of one name apart.</summary>
    public static string Label(Deal deal, WriteContext context) => Label(deal, context.Snapshot, context.Company);

    /// <inheritdoc cref="Label(Deal, WriteContext)"/>
    public static string Label(Deal deal, PipelineSnapshot snapshot, CompanyProfile company)
    {
        var parts = new List<string> { deal.Name };
        if (snapshot.AccountOf(deal) is { } account && !deal.Name.Contains(account.Name, StringComparison.OrdinalIgnoreCase))
        {
            parts.Add(account.Name);
        }

        parts.Add(company.Process.NameOf(deal.Stage));
        if (deal.Amount is { } amount)
        {
            parts.Add(MoneyText.Brief(amount));
        }

        if (snapshot.OwnerOf(deal) is { } owner)
        {
            parts.Add(owner.Name);
        }

        return string.Join(" · ", parts);
    }

    [GeneratedRegex(@"^(?:all|every|each)\b|^(?:my|our|the|these|those) (?:deals|opportunities|opps)\b|^everything$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Many();
}
