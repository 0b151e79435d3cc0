using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;

namespace RevBot.Channels.Teams.Cards;

/// <summary>Buttons as actions: answered in place where the client can, as a dialog where the button may ask for fields, after a second press where it asks to be sure.</summary>
internal static class AdaptiveActions
{
    /// <summary>What a button takes beside its words, in characters.</summary>
    private const int ButtonFrame = 4;

    private const string PartSeparator = " · ";

    /// <summary>Rows of buttons; what is beyond a card's limit is left out.</summary>
    public static IEnumerable<IReadOnlyList<AdaptiveAction>> Rows(IReadOnlyList<CardButton> buttons, CardPlace place)
    {
        var row = new List<AdaptiveAction>();
        var width = 0;
        foreach (var action in Of(buttons.Take(AdaptiveLimits.Actions), place))
        {
            var needed = CodePoints.Count(action.Title ?? string.Empty) + ButtonFrame;
            if (row.Count > 0 && (row.Count == AdaptiveLimits.ActionsPerRow || width + needed > AdaptiveLimits.RowOfActions))
            {
                yield return row;
                row = [];
                width = 0;
            }

            row.Add(action);
            width += needed;
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }

    public static IEnumerable<AdaptiveAction> Of(IEnumerable<CardButton> buttons, CardPlace place) => buttons.Select((button, at) => Render(button, at + 1, place));

    /// <summary>A press that is answered in place; older clients send it as a message.</summary>
    public static AdaptiveAction Execute(string title, string verb, CallData data, string? style = null, string? associatedInputs = null) => new AdaptiveAction.Execute(verb, data)
    {
        Title = title,
        Style = style,
        AssociatedInputs = associatedInputs,
        Fallback = new AdaptiveAction.Submit(data) { Title = title, Style = style, AssociatedInputs = associatedInputs },
    };

    private static AdaptiveAction Render(CardButton button, int number, CardPlace place)
    {
        var title = TitleOf(button, number);
        return button.Confirm is not { } question ? Press(title, button, place) : new AdaptiveAction.ShowCard(new AdaptiveCard([.. AdaptiveParts.Lines(question, AdaptiveParts.Plain)])
        {
            Actions = [Press("Yes", button, place)],
        })
        {
            Title = title,
            Style = StyleOf(button),
        };
    }

    private static AdaptiveAction Press(string title, CardButton button, CardPlace place)
    {
        var data = new CallData(new CallTarget(CardVerbs.Click) { Action = button.ActionId, Value = button.Value });
        return button.OpensForm && place.Dialogs
            ? new AdaptiveAction.Submit(data with { Msteams = CallHint.Dialog }) { Title = title, Style = StyleOf(button), AssociatedInputs = "none" }
            : Execute(title, button.ActionId, data, StyleOf(button), associatedInputs: "none");
    }

    /// <summary>A reading that is too long for a button is written out above it, under the same number.</summary>
    private static string TitleOf(CardButton button, int number)
    {
        var label = string.IsNullOrWhiteSpace(button.Label) ? "Go" : button.Label.ReplaceLineEndings(" ").Trim();
        var isCut = CodePoints.Count(label) > AdaptiveLimits.ActionTitle;
        var title = isCut && button.ActionId == TurnActions.PickChoice ? WholeParts(FormattableString.Invariant($"{number}. {label}")) : label;
        return CardText.Literal(CodePoints.Cut(title, AdaptiveLimits.ActionTitle));
    }

    /// <summary>As many of its parts as fit: half an amount would read like another one.</summary>
    private static string WholeParts(string title)
    {
        var kept = title;
        while (CodePoints.Count(kept) > AdaptiveLimits.ActionTitle)
        {
            if (kept.LastIndexOf(PartSeparator, StringComparison.Ordinal) is not (> 0 and var at))
            {
                return title;
            }

            kept = kept[..at];
        }

        return kept;
    }

    private static string? StyleOf(CardButton button) => button.Style switch
    {
        ButtonStyle.Primary => "positive",
        ButtonStyle.Danger => "destructive",
        _ => null,
    };
}
