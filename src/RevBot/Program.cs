using System.Globalization;
using RevBot.Cli;

// Numbers and dates read the same wherever the bot runs; what people see is worded in one place with this culture.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");

return await RevBotCommand.RunAsync(args);
