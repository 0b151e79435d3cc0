namespace RevBot.Intents.Ask.Periods;

/// <summary>What a period is one of; decides which period came before it.</summary>
internal enum PeriodUnit
{
    Span,
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
}
