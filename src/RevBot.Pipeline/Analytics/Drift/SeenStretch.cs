namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>The part of a stay that was looked at, by how long the stay had lasted: what began before the look is seen from a later age on.</summary>
/// <param name="From">Age in business days at which it was first seen; 0 for its beginning.</param>
/// <param name="To">Age when it was last seen.</param>
/// <param name="Exited">Whether it ended then.</param>
public readonly record struct SeenStretch(double From, double To, bool Exited);
