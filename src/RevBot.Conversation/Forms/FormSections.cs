using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Forms;

/// <summary>Cuts a form that is too long to look at into sections, shown one after the other. A field stays in the section it was first shown in; one that comes up later joins the field before it. Pure.</summary>
public static class FormSections
{
    /// <summary>More fields than these are not shown at once.</summary>
    public const int MostFields = 8;

    /// <summary>A section that grows while it is filled in is only cut beyond these, so that nothing is moved away for one more field.</summary>
    private const int MostWhenGrown = 10;

    private const string NextLabel = "Next";

    /// <summary>The session with the form's sections as they are by now.</summary>
    /// <param name="isShown">The form was shown already, whole or in sections.</param>
    public static FormSession Plan(FormSession session, Form form, bool isShown)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(form);
        var placed = new List<List<string>>();
        var at = 0;
        foreach (var id in form.Fields.Select(field => field.Id))
        {
            at = IndexOf(session, [id]) ?? at;
            while (placed.Count <= at)
            {
                placed.Add([]);
            }

            placed[at].Add(id);
        }

        var most = isShown || session.Sections.Count > 0 ? MostWhenGrown : MostFields;
        IReadOnlyList<IReadOnlyList<string>> sections = [.. placed.Where(fields => fields.Count > 0).SelectMany(fields => fields.Count > most ? Cut(fields) : [fields])];
        return sections.Count > 1 ? session with { Sections = sections, Section = Math.Clamp(session.Section, 0, sections.Count - 1) }
            : session.Sections.Count == 0 ? session
            : session with { Sections = [], Section = 0 };
    }

    /// <summary>The section that a session is at, as a form of its own; a form that has none as it is.</summary>
    public static OpenForm Show(FormSession session, Form form, FormValues values)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(form);
        if (session.Sections.Count <= 1)
        {
            return new OpenForm(session, form, values);
        }

        var section = new FormSection(session.Section + 1, session.Sections.Count);
        var step = new CardElement.Note(string.Create(CultureInfo.InvariantCulture, $"Step {section.Number} of {section.Count}"));
        var shown = form with
        {
            // What will happen is said once.
            Intro = section.HasBefore ? [step] : [step, .. form.Intro],
            Fields = [.. form.Fields.Where(field => session.Sections[session.Section].Contains(field.Id))],
            SubmitLabel = section.Number == section.Count ? form.SubmitLabel : NextLabel,
        };
        return new OpenForm(session, shown, values) { Section = section };
    }

    /// <summary>The form as it is shown when it was refused: the section it is at where the mistakes are there or nowhere, else the first that has one, which then says what is wrong.</summary>
    public static (FormSession Session, OpenForm Shown) Refuse(FormSession session, Form form, FormValues values, IReadOnlyList<FieldError> errors)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(errors);
        var places = errors.Select(error => IndexOf(session, [error.FieldId])).OfType<int>().ToList();
        if (places.Count == 0 || places.Contains(session.Section))
        {
            return (session, Show(session, form, values));
        }

        var moved = session with { Section = places.Min() };
        var shown = Show(moved, form, values);
        var sentences = errors.Where(error => IndexOf(session, [error.FieldId]) == moved.Section).Select(error => new CardElement.Paragraph(error.Message, TextTone.Strong));
        return (moved, shown with { Form = shown.Form with { Intro = [.. sentences, .. shown.Form.Intro] } });
    }

    /// <summary>What stands in the whole form when one section was filled in: the others as they were kept.</summary>
    /// <param name="at">The section, counted from 0.</param>
    public static FormValues Merge(FormSession session, FormValues given, int at)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(given);
        if (session.Sections.Count <= 1)
        {
            return given;
        }

        var merged = session.Sections.Where((_, place) => place != at).SelectMany(fields => fields)
            .Where(id => session.Values[id] is not null).ToDictionary(id => id, id => session.Values[id]!, StringComparer.Ordinal);
        foreach (var (id, value) in given.Items)
        {
            merged[id] = value;
        }

        return new FormValues(merged);
    }

    /// <summary>The section that the first of these fields stands in, counted from 0; null when none is known.</summary>
    public static int? IndexOf(FormSession session, IEnumerable<string> fields)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(fields);
        foreach (var id in fields)
        {
            for (var at = 0; at < session.Sections.Count; at++)
            {
                if (session.Sections[at].Contains(id))
                {
                    return at;
                }
            }
        }

        return null;
    }

    /// <summary>As few as are needed, of nearly one length.</summary>
    private static IEnumerable<IReadOnlyList<string>> Cut(List<string> fields)
    {
        var count = (fields.Count + MostFields - 1) / MostFields;
        for (var (at, left) = (0, count); left > 0; left--)
        {
            var length = (fields.Count - at + left - 1) / left;
            yield return fields.GetRange(at, length);
            at += length;
        }
    }
}
