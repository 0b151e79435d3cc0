using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Digests;

/// <summary>When somebody's digests were sent last, and whether they want them.</summary>
internal static class DigestMarks
{
    public const string Kind = "digest";

    public static AlertSubject SubjectOf(PersonId person) => new(Kind, person.Value, 0);

    public static AlertMark New(PersonId person) => new(SubjectOf(person), null, null, null, null);
}
