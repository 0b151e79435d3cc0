namespace RevBot.Channels.Slack;

/// <summary>Slack's documented limits that we keep, in code points unless said otherwise.</summary>
internal static class BlockKitLimits
{
    public const int BlocksPerMessage = 50;
    public const int BlocksPerView = 100;

    /// <summary>Slack refuses a message at about 13,200 characters over all its blocks; we stay under it.</summary>
    public const int MessageText = 11_500;

    /// <summary>Notification text; more than that is refused by chat.update.</summary>
    public const int FallbackText = 3_900;
    public const int Header = 150;
    public const int Section = 3_000;
    public const int Field = 2_000;
    public const int FieldsPerSection = 10;
    public const int Context = 2_000;
    public const int ButtonsPerBlock = 25;
    public const int ButtonText = 75;
    public const int ButtonValue = 2_000;
    public const int ConfirmTitle = 100;
    public const int ConfirmText = 300;
    public const int ConfirmLabel = 30;

    /// <summary>Rows, the header row included.</summary>
    public const int TableRows = 100;
    public const int TableColumns = 20;

    /// <summary>Over all cells of a table; Slack's own limit is 10,000.</summary>
    public const int TableText = 9_500;

    /// <summary>A longer cell makes a table unreadable: then its rows are written as text.</summary>
    public const int TableCell = 200;
    public const int ChartsPerMessage = 2;
    public const int ChartTitle = 50;
    public const int ChartLabel = 20;
    public const int ChartPoints = 20;
    public const int ViewTitle = 24;
    public const int Label = 2_000;
    public const int OptionsPerList = 100;
    public const int OptionText = 75;
    public const int OptionValue = 150;
    public const int InputText = 3_000;
}
