namespace RevBot.Pipeline.Alerts.Ledger;

/// <summary>What became of an alert that was told.</summary>
public enum AlertOutcome
{
    /// <summary>It is too early to say: told within the last work days, or snoozed.</summary>
    Open,

    /// <summary>Somebody changed the deal after it was told, in chat or in a form; a lead was taken on.</summary>
    ActedOn,

    /// <summary>It ended without anybody doing that: by an import, or by the course of days.</summary>
    EndedByItself,

    /// <summary>Somebody said so.</summary>
    NotUseful,

    /// <summary>Nothing happened in the time people have for it.</summary>
    Ignored,
}
