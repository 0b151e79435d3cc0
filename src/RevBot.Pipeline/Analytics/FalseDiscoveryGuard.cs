namespace RevBot.Pipeline.Analytics;

/// <summary>What is held when many differences are looked at at once.</summary>
public enum FalseDiscoveryGuard
{
    /// <summary>The share of false ones among the findings, for differences that are independent or rise together (Benjamini and Hochberg).</summary>
    Share,

    /// <summary>The same whatever hangs on what (Benjamini and Yekutieli); costs power.</summary>
    ShareOfAnyDependence,

    /// <summary>The chance of a single false finding (Holm).</summary>
    None,

    /// <summary>The same in the simplest way (Bonferroni); never better.</summary>
    NoneSimple,
}
