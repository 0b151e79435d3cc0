namespace RevBot.Channels.Teams.Cards;

/// <summary>Limits of Adaptive Cards in Teams that we keep.</summary>
internal static class AdaptiveLimits
{
    /// <summary>Bytes of a card's JSON: the long-standing figure for every client, far below what a message may have.</summary>
    public const int Card = 28 * 1024;

    /// <summary>Bytes of one part of it, so that a card's frame and buttons have room beside it.</summary>
    public const int Element = 22 * 1024;

    /// <summary>Characters of one block of text.</summary>
    public const int Text = 3_000;
    public const int Heading = 300;
    public const int FactName = 100;

    /// <summary>Characters of a name that a value can stand beside.</summary>
    public const int NameBeside = 30;
    public const int FactValue = 2_000;
    public const int Cell = 300;

    /// <summary>A wider table cannot be read; it is written as lines.</summary>
    public const int Columns = 10;

    /// <summary>More than these touch each other on a phone, unless their letters are small.</summary>
    public const int ColumnsInFullSize = 4;
    public const int BarLabel = 40;
    public const int ActionTitle = 50;

    /// <summary>Characters of a row of buttons; clients cut what does not fit beside the others.</summary>
    public const int RowOfActions = 75;
    public const int FallbackText = 1_000;

    /// <summary>Buttons side by side; clients drop what is beyond six.</summary>
    public const int ActionsPerRow = 5;

    /// <summary>Buttons of one card.</summary>
    public const int Actions = 20;
    public const int Label = 200;
    public const int OptionTitle = 100;

    /// <summary>Up to here options are all seen at once, as a list of radio buttons.</summary>
    public const int OptionsInSight = 4;

    /// <summary>Up to here they are a drop-down; above, one types to find.</summary>
    public const int OptionsToDropDown = 20;

    /// <summary>Up to here they are sent along; above, they are asked for as one types.</summary>
    public const int OptionsSentAlong = 100;

    /// <summary>Of those asked for as one types: how many are sent along to begin with. Teams shows no more.</summary>
    public const int OptionsFound = 15;
}
