using Xunit;

namespace RevBot.Testing.Peers;

/// <summary>A test against a platform's own client; without Node or the clients it is skipped and says how to get them. <c>.ci/run</c> installs them and fails on a skip.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute() => Skip = NodePeers.WhyMissing;
}
