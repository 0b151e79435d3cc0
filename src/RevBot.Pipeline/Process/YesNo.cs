namespace RevBot.Pipeline.Process;

/// <summary>A field that says whether something is so: kept as "yes" or "no", read from what people and exports write for them.</summary>
public static class YesNo
{
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>"yes" or "no"; null when the words say neither.</summary>
    public static string? Read(string text) => text.Trim().TrimEnd('.', '!').ToLowerInvariant() switch
    {
        "yes" or "y" or "true" or "t" or "1" or "x" or "done" or "sent" or "confirmed" or "checked" or "ok" or "it is" or "on" => Yes,
        "no" or "n" or "false" or "f" or "0" or "not yet" or "not done" or "not sent" or "not confirmed" or "open" or "unchecked" or "off" => No,
        _ => null,
    };
}
