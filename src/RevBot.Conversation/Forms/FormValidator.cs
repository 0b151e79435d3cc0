using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Forms;

/// <summary>Checks a filled-in form the same for every channel: required fields, known choices, dates, amounts and their ranges. Values of fields the form does not have are dropped.</summary>
public static class FormValidator
{
    /// <param name="dates">For words like "Friday" and "3/4".</param>
    public static FormCheck Check(Form form, FormValues values, DateSense dates)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(values);
        var read = new Dictionary<string, string>();
        var errors = new List<FieldError>();
        foreach (var field in form.Fields)
        {
            var reading = FieldReader.Read(field, values[field.Id], dates);
            if (reading.Problem is { } problem)
            {
                errors.Add(new FieldError(field.Id, problem));
            }
            else if (reading.Value is { } value)
            {
                read[field.Id] = value;
            }
        }

        return new FormCheck(new FormValues(read), errors);
    }
}
