namespace RevBot.Tests.Support;

/// <summary>As <see cref="BrowserFactAttribute"/>, for a table of cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (!Browser.IsInstalled)
        {
            Skip = BrowserFactAttribute.WhatIsMissing;
        }
    }
}
