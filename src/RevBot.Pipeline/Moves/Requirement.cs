using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>Something the process still needs before a move may happen. Forms are built from these and from nothing else.</summary>
/// <param name="Field">The field to fill.</param>
/// <param name="Why">For a person: "Negotiation needs a close date".</param>
/// <param name="Options">Choices with an optional group heading, for a <see cref="FieldKind.Choice"/> or <see cref="FieldKind.YesNo"/>; key is what is stored.</param>
public sealed record Requirement(DealField Field, string Why, IReadOnlyList<RequirementOption> Options)
{
    /// <summary>A field's own choices, ungrouped; none for a field that is written.</summary>
    public static IReadOnlyList<RequirementOption> OptionsOf(DealField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Kind == FieldKind.YesNo
            ? [new RequirementOption(YesNo.Yes, "Yes", null), new RequirementOption(YesNo.No, "No", null)]
            : [.. field.Choices.Select(choice => new RequirementOption(choice, choice, null))];
    }
}
