using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Access;

public sealed class DealRightsTests
{
    private static readonly PipelineSnapshot Snapshot = new APipeline()
        .Person("dana", "Dana Reyes", "EMEA", manager: "mo")
        .Person("omar", "Omar Haddad", "AMER")
        .Person("mo", "Mo Larsen", "EMEA", PersonRole.Manager, "vera")
        .Person("vera", "Vera Lund", "Sales", PersonRole.Manager)
        .Person("amy", "Amy Stone", "AMER", PersonRole.Manager)
        .Person("eli", "Eli Ford", role: PersonRole.Executive)
        .Person("fay", "Fay Book", role: PersonRole.Finance)
        .Person("ops", "Olga Petrova", role: PersonRole.Operations)
        .Deal("D-1", "Acme", "2026-09-01", owner: "dana")
        .Deal("D-2", "Orphan", "2026-09-01")
        .Snapshot();

    [Theory]
    [InlineData("dana", "D-1", true)]
    [InlineData("omar", "D-1", false)]
    [InlineData("mo", "D-1", true)]
    [InlineData("vera", "D-1", true)]
    [InlineData("amy", "D-1", false)]
    [InlineData("eli", "D-1", false)]
    [InlineData("fay", "D-1", false)]
    [InlineData("ops", "D-1", true)]
    [InlineData("dana", "D-2", false)]
    [InlineData("amy", "D-2", true)]
    public void Reps_write_their_own_managers_their_people_s_and_operations_all(string person, string deal, bool may) =>
        Assert.Equal(may, DealRights.MayWrite(Snapshot.People[new PersonId(person)], Deal(deal), Snapshot, TestCompany.Profile));

    [Theory]
    [InlineData("omar", "Acme belongs to Dana Reyes, so I can't change it for you. Please ask them, their manager or operations.")]
    [InlineData("eli", "I keep executives' access to reading, so Acme stays as it is. Please ask Dana Reyes, their manager or operations to change it.")]
    [InlineData("fay", "I keep finance's access to reading, so Acme stays as it is. Please ask Dana Reyes, their manager or operations to change it.")]
    [InlineData("dana", null)]
    public void A_refusal_says_who_can(string person, string? sentence) =>
        Assert.Equal(sentence, DealRights.Refusal(Snapshot.People[new PersonId(person)], Deal("D-1"), Snapshot, TestCompany.Profile));

    [Fact]
    public void Somebody_unknown_may_change_nothing() =>
        Assert.StartsWith("I can't tell who you are", DealRights.Refusal(null, Deal("D-1"), Snapshot, TestCompany.Profile), StringComparison.Ordinal);

    [Theory]
    [InlineData("Dana@Example.com ", false, "dana")]
    [InlineData("dana@example.com", true, null)]
    [InlineData("nobody@example.com", false, null)]
    [InlineData(null, false, null)]
    public void People_are_matched_by_mail_and_guests_are_nobody(string? email, bool guest, string? person) =>
        Assert.Equal(person, People.PersonOf(new ActorProfile("Somebody", email, null, guest), Snapshot)?.Id.Value);

    private static Deal Deal(string id) => Snapshot.Find(new DealId(id))!;
}
