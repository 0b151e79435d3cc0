using RevBot.Pipeline.Deals;

namespace RevBot.Demo;

/// <summary>A rep of the demo company.</summary>
/// <param name="Skill">Multiplies the chance to advance; about .75 to 1.25.</param>
internal sealed record DemoRep(Person Person, double Skill);
