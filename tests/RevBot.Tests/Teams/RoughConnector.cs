using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RevBot.Testing.Teams;

namespace RevBot.Tests.Teams;

/// <summary>Decides which of the fake connector's calls go wrong, and how: at random, and the same for the same message and try.</summary>
internal sealed class RoughConnector(FakeConnector teams, int seed)
{
    private static readonly (int OfThousand, ConnectorFault Fault)[] Faults =
    [
        (40, ConnectorFault.Throttled(1)),
        (30, ConnectorFault.Throttled(null)),
        (50, ConnectorFault.Error(412, "PreconditionFailed")),
        (30, ConnectorFault.Gateway(502)),
        (20, ConnectorFault.Gateway(502, isCarriedOut: true)),
        (30, ConnectorFault.Gateway(504)),
        (20, ConnectorFault.Gateway(504, isCarriedOut: true)),
        (10, new ConnectorFault { Breaks = true }),
        (10, new ConnectorFault { Breaks = true, IsCarriedOut = true }),
        (2, new ConnectorFault { Hangs = true }),
        (2, new ConnectorFault { Hangs = true, IsCarriedOut = true }),
        (6, new ConnectorFault { IsSilent = true }),
    ];

    private readonly ConcurrentDictionary<string, int> _tries = new(StringComparer.Ordinal);

    public ConnectorFault? Decide(ConnectorCall call)
    {
        var attempt = _tries.AddOrUpdate(call.Summary ?? "", 1, (_, before) => before + 1);
        var dice = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{call.Summary}/{attempt}")));
        if (call.Call == "update" && dice[0] < 8)
        {
            // Somebody has deleted the message by then.
            teams.Delete(call.MessageId!);
        }

        var thrown = BitConverter.ToUInt16(dice, 1) % 1_000;
        foreach (var (share, fault) in Faults)
        {
            if ((thrown -= share) < 0)
            {
                return fault;
            }
        }

        return null;
    }
}
