namespace RevBot.Intents.Ask;

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
