Console.WriteLine("RevBot benchmarks");
