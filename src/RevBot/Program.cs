Console.WriteLine("RevBot");
