namespace RevBot.Pipeline.Leads.Routing;

/// <summary>How a rule chooses among its people.</summary>
public enum RouteChoice
{
    /// <summary>In turns.</summary>
    RoundRobin,

    /// <summary>Whoever has the fewest open leads.</summary>
    Load,
}
