using RevBot.Testing.Peers;

namespace RevBot.Tests.Support;

/// <summary>A test that needs Chromium and chromedriver; without them it is skipped and says how to get them. <c>.ci/run</c> installs them and fails on a skip.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    internal const string WhatIsMissing = $"needs {Browser.Chromium} and {Browser.Driver}: apt-get install chromium chromium-driver";

    public BrowserFactAttribute()
    {
        if (!Browser.IsInstalled)
        {
            Skip = WhatIsMissing;
        }
    }

    /// <summary>Whether it needs the platforms' own clients too.</summary>
    public bool NeedsPeers
    {
        get;
        init
        {
            field = value;
            Skip ??= value ? NodePeers.WhyMissing : null;
        }
    }
}
