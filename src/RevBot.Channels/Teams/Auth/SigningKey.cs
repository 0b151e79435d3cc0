using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace RevBot.Channels.Teams.Auth;

/// <summary>A published key of the Bot Framework, and the channels it may speak for.</summary>
/// <param name="Endorsements">Channel ids; a key without any speaks for nobody.</param>
internal sealed record SigningKey(string Id, RsaSecurityKey Key, FrozenSet<string> Endorsements);
