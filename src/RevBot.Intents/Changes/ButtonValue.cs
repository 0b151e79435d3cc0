namespace RevBot.Intents.Changes;

/// <summary>Two ids in a button's value: a deal, and a turn, a visit or a stage.</summary>
public static class ButtonValue
{
    public static string Join(string deal, string second) => $"{deal}|{second}";

    /// <summary>The last bar divides, since ids of turns, visits and stages have none; without one the second part is empty.</summary>
    public static (string Deal, string Second) Split(string value)
    {
        var bar = value.LastIndexOf('|');
        return bar < 0 ? (value, "") : (value[..bar], value[(bar + 1)..]);
    }
}
