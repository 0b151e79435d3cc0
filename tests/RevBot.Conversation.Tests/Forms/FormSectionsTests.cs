using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Tests.Forms;

public sealed class FormSectionsTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "")]
    [InlineData(8, "")]
    [InlineData(9, "5 4")]
    [InlineData(12, "6 6")]
    [InlineData(16, "8 8")]
    [InlineData(17, "6 6 5")]
    [InlineData(40, "8 8 8 8 8")]
    public void A_form_is_cut_into_as_few_sections_as_fit(int fields, string lengths) =>
        Assert.Equal(lengths, string.Join(' ', FormSections.Plan(Session(), Form(fields), isShown: false).Sections.Select(section => section.Count)));

    [Fact]
    public void A_form_that_is_shown_whole_may_grow_a_little_before_it_is_cut()
    {
        Assert.Empty(FormSections.Plan(Session(), Form(10), isShown: true).Sections);
        Assert.Equal([6, 5], FormSections.Plan(Session(), Form(11), isShown: true).Sections.Select(section => section.Count));
    }

    [Fact]
    public void A_field_that_comes_up_joins_the_one_before_it_and_nothing_else_moves()
    {
        var session = FormSections.Plan(Session(), Form(12), isShown: false);
        var grown = Form(12);
        grown = grown with { Fields = [grown.Fields[0], Field("first"), .. grown.Fields.Skip(1).Take(5), Field("last"), .. grown.Fields.Skip(6)] };
        var planned = FormSections.Plan(session, grown, isShown: true);
        Assert.Equal(["f0 first f1 f2 f3 f4 f5 last", "f6 f7 f8 f9 f10 f11"], planned.Sections.Select(section => string.Join(' ', section)));

        // Gone again, it leaves everything where it was; and a section that is left empty is none.
        Assert.Equal(session.Sections, FormSections.Plan(planned, Form(12), isShown: true).Sections);
        Assert.Empty(FormSections.Plan(planned with { Section = 1 }, Form(6), isShown: true).Sections);
        Assert.Equal(0, FormSections.Plan(planned with { Section = 1 }, Form(6), isShown: true).Section);
    }

    [Fact]
    public void A_section_that_outgrows_itself_is_cut_and_the_next_ones_stay()
    {
        var session = FormSections.Plan(Session(), Form(12), isShown: false);
        var grown = Form(12);
        grown = grown with { Fields = [grown.Fields[0], .. Enumerable.Range(0, 5).Select(number => Field($"n{number}")), .. grown.Fields.Skip(1)] };
        Assert.Equal(["f0 n0 n1 n2 n3 n4", "f1 f2 f3 f4 f5", "f6 f7 f8 f9 f10 f11"], FormSections.Plan(session, grown, isShown: true).Sections.Select(section => string.Join(' ', section)));
    }

    [Fact]
    public void A_section_is_shown_as_a_form_of_its_own()
    {
        var session = FormSections.Plan(Session(), Form(9), isShown: false);
        var first = FormSections.Show(session, Form(9), FormValues.Empty);
        Assert.Equal((5, "Next", new FormSection(1, 2)), (first.Form.Fields.Count, first.Form.SubmitLabel, first.Section));
        Assert.Equal(["Step 1 of 2", "What will happen."], first.Form.Intro.Select(TextOf));
        var second = FormSections.Show(session with { Section = 1 }, Form(9), FormValues.Empty);
        Assert.Equal((4, "Save", new FormSection(2, 2)), (second.Form.Fields.Count, second.Form.SubmitLabel, second.Section));
        Assert.Equal(["Step 2 of 2"], second.Form.Intro.Select(TextOf));
        Assert.Null(FormSections.Show(Session(), Form(8), FormValues.Empty).Section);
    }

    [Fact]
    public void What_stands_in_the_other_sections_is_kept_and_what_was_emptied_is_not()
    {
        var session = FormSections.Plan(Session(), Form(9), isShown: false).Seen(Values(("f0", "a"), ("f4", "b"), ("f5", "c"), ("gone", "d")), DateTimeOffset.UnixEpoch);
        Assert.Equal([("f0", "x"), ("f5", "c")], FormSections.Merge(session, Values(("f0", "x")), 0).Items.Select(item => (item.Key, item.Value)).Order());
        Assert.Equal([("f0", "a"), ("f4", "b")], FormSections.Merge(session, FormValues.Empty, 1).Items.Select(item => (item.Key, item.Value)).Order());
        Assert.Equal((0, 1, null), (FormSections.IndexOf(session, ["f4"]), FormSections.IndexOf(session, ["gone", "f5"]), FormSections.IndexOf(session, [])));
    }

    [Fact]
    public void A_mistake_in_an_earlier_section_leads_back_to_it_and_says_what_is_wrong()
    {
        var session = FormSections.Plan(Session(), Form(9), isShown: false) with { Section = 1 };
        var (moved, shown) = FormSections.Refuse(session, Form(9), FormValues.Empty, [new FieldError("f2", "Amount is too low.")]);
        Assert.Equal((0, "Amount is too low."), (moved.Section, TextOf(shown.Form.Intro[0])));
        Assert.Equal(1, FormSections.Refuse(session, Form(9), FormValues.Empty, [new FieldError("f2", "Low."), new FieldError("f7", "Late.")]).Session.Section);
        Assert.Equal(1, FormSections.Refuse(session, Form(9), FormValues.Empty, [new FieldError("none", "No.")]).Session.Section);
    }

    private static string TextOf(CardElement element) => element switch
    {
        CardElement.Note note => note.Text,
        CardElement.Paragraph paragraph => paragraph.Text,
        _ => "",
    };

    private static FormValues Values(params (string Field, string Value)[] values) => new(values.ToDictionary(value => value.Field, value => value.Value));

    private static TextField Field(string id) => new() { Id = id, Label = id };

    private static Form Form(int fields) => new("Long", [new CardElement.Paragraph("What will happen.")], [.. Enumerable.Range(0, fields).Select(number => Field($"f{number}"))], "Save");

    private static FormSession Session() => new()
    {
        Id = "s",
        FormId = "a.b",
        Actor = new Actor("slack", "T1", "U1"),
        Conversation = new ConversationReference("slack", "T1", "C1"),
        Seed = new Dictionary<string, string>(),
        ExpiresAt = DateTimeOffset.UnixEpoch,
    };
}
