using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>"Drop the small ones", "only the big deals": from which amount on they are small, nobody has said; it is asked instead of guessed.</summary>
internal static partial class VagueSize
{
    private static readonly string[] Amounts = ["$10,000", "$50,000", "$100,000"];

    public static QuestionReading.Unclear? Of(string text)
    {
        if (text.Length > 60 || Sized().Match(text) is not { Success: true } sized)
        {
            return null;
        }

        var over = sized.Groups["small"].Success == sized.Groups["less"].Success;
        return new QuestionReading.Unclear(
            $"From which amount on is a deal {(sized.Groups["small"].Success ? "small" : "big")}? I take any, such as “only deals over 80k”.",
            [.. Amounts.Select(amount => $"only deals {(over ? "over" : "under")} {amount}").Select(choice => new Choice(choice, choice))])
        { Score = .96 };
    }

    [GeneratedRegex(@"^\W*(?:(?:ok|okay|and|now|so|but|please|pls|can|could|you|we|just|i|want|to|me|let's|lets|what|about|how|for) )*(?:(?<less>drop|remove|without|no|not|exclude|excluding|ignore|ignoring|skip|leave out|leaving out|filter out|take out|cut|cut out|minus|lose|forget|hide)|only|just|keep|keep only|show|show only|only show|show me|list|see|and)?(?: the| all the| any)? ?(?:really |very |quite )?(?:(?<small>small|smaller|tiny|little|minor|low[ -]value)|big|bigger|large|larger|huge|major|sizeable|high[ -]value|meaty|serious)(?: (?:ones|one|deals|opps|opportunities|fish|fry|stuff|accounts|tickets|guys))(?: (?:only|please|pls|out|now|then))*\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sized();
}
