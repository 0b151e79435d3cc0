using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace RevBot.Tests.Support;

/// <summary>A headless Chromium of its own, driven through chromedriver.</summary>
internal sealed class Browser : IDisposable
{
    public const string Chromium = "/usr/bin/chromium";
    public const string Driver = "/usr/bin/chromedriver";

    /// <summary>Chromium's windows are never narrower; below that a phone is emulated.</summary>
    private const int NarrowestWindow = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly TempFolder _profile = new();
    private readonly ChromeDriver _driver;

    public Browser(int width = 1200, int height = 900, bool dark = false)
    {
        var options = new ChromeOptions { BinaryLocation = Chromium };
        options.AddArguments(
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", $"--user-data-dir={_profile.Path}", $"--window-size={width},{height}");
        if (dark)
        {
            options.AddArgument("--blink-settings=preferredColorScheme=0");
        }

        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver), Path.GetFileName(Driver));
        service.SuppressInitialDiagnosticInformation = true;
        _driver = new ChromeDriver(service, options);
        if (width < NarrowestWindow)
        {
            _driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new Dictionary<string, object?>
            {
                ["width"] = width,
                ["height"] = height,
                ["deviceScaleFactor"] = 2,
                ["mobile"] = true,
            });
        }
    }

    public static bool IsInstalled => File.Exists(Chromium) && File.Exists(Driver);

    public IWebDriver Page => _driver;

    /// <summary>Errors and warnings the page wrote to the console.</summary>
    public IReadOnlyList<string> Complaints =>
        [.. _driver.Manage().Logs.GetLog(LogType.Browser).Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message)];

    public void Open(Uri address) => _driver.Navigate().GoToUrl(address);

    /// <summary>The first element that fits, waiting for it.</summary>
    public IWebElement Find(By by) => Until(() => _driver.FindElements(by).FirstOrDefault(element => element.Displayed), by.ToString());

    /// <summary>Waits until the function gives something.</summary>
    public T Until<T>(Func<T?> find, string what)
        where T : class
    {
        var deadline = System.Diagnostics.Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                if (find() is { } found)
                {
                    return found;
                }
            }
            catch (StaleElementReferenceException)
            {
                // The page has drawn itself anew between finding and looking.
            }

            if (System.Diagnostics.Stopwatch.GetElapsedTime(deadline) > Patience)
            {
                throw new InvalidOperationException($"Not on the page: {what}. It says:\n{_driver.FindElement(By.TagName("body")).Text}");
            }

            Task.Delay(40).Wait();
        }
    }

    /// <summary>Saves a picture where somebody asked for one (<c>REVBOT_SCREENSHOTS</c>).</summary>
    public void Photograph(string name)
    {
        if (Environment.GetEnvironmentVariable("REVBOT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            ((ITakesScreenshot)_driver).GetScreenshot().SaveAsFile(Path.Combine(folder, $"{name}.png"));
        }
    }

    public void Dispose()
    {
        _driver.Quit();
        _driver.Dispose();
        _profile.Dispose();
    }
}
