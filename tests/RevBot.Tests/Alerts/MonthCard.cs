namespace RevBot.Tests.Alerts;

/// <summary>A message of the bot as a platform got it, with all its faces.</summary>
/// <param name="Place">The room or chat it stands in, by the company's names.</param>
/// <param name="Cause">The turn or the run of a job that sent it.</param>
/// <param name="Key">The live card it is; null for one that is not edited.</param>
/// <param name="Faces">When it looked how, the newest last.</param>
internal sealed record MonthCard(DateTimeOffset At, string Channel, string Place, string Id, string Cause, string? Key, IReadOnlyList<MonthFace> Faces)
{
    public string Text => Faces[0].Text;

    public bool IsAlert => Key is not null && (Cause.StartsWith("stalled-deals:", StringComparison.Ordinal) || Cause.StartsWith("deal-alerts:", StringComparison.Ordinal) || Cause.StartsWith("slow-stages:", StringComparison.Ordinal));

    /// <summary>Not everybody there may see deals: it has no button but the one that shows it to one person.</summary>
    public bool IsRedacted => Faces.Any(face => face.Text.Contains("Not everybody here may see deals", StringComparison.Ordinal));

    public bool IsDigest => Cause.Contains(":digests:", StringComparison.Ordinal);

    /// <summary>Said by the bot of its own accord.</summary>
    public bool IsUnasked => IsAlert || IsDigest || Cause.StartsWith("deal-alerts:", StringComparison.Ordinal) || Cause.StartsWith("stalled-deals:", StringComparison.Ordinal) || Cause.StartsWith("lost-rooms:", StringComparison.Ordinal);

    /// <summary>Whether it said by a moment that it is over or snoozed.</summary>
    public bool IsStruckBy(DateTimeOffset moment) => Faces.LastOrDefault(face => face.At <= moment)?.IsStruck == true;

    /// <summary>By whose clock it is read.</summary>
    public TimeZoneInfo Zone => MonthCompany.People.FirstOrDefault(person => person.Id == Place)?.Zone ?? MonthCompany.Zone;

    public DateTime LocalTime => TimeZoneInfo.ConvertTime(At, Zone).DateTime;
}
