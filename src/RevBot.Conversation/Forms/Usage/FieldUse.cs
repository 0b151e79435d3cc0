namespace RevBot.Conversation.Forms.Usage;

/// <summary>How one field of a form did.</summary>
/// <param name="Form">By <see cref="IFormHandler.UseName"/>.</param>
/// <param name="Field">Its key.</param>
/// <param name="Tries">Submits of the form as a dialog, and answers to the field in an interview.</param>
/// <param name="Refused">How many of them were refused at this field.</param>
/// <param name="Empty">How many of those had nothing in it.</param>
/// <param name="LastBefore">Forms that were left with this field as the one last asked for or refused; one that was refused at several counts at each.</param>
public sealed record FieldUse(string Form, string Field, int Tries, int Refused, int Empty, int LastBefore)
{
    /// <summary>How often it was in the way.</summary>
    public int Trouble => Refused + LastBefore;
}
