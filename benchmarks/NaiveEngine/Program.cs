using EngineLoad;

// What a competent engineer writes in an afternoon: Entity Framework, a typed client with the standard resilience, a service for
// the person's steps with a SaveChanges after each, a poller for what is due. What it leaves out: docs/benchmarks.md.
return await EngineRun.MainAsync(args, arguments => NaiveEngine.NaiveEngine.StartAsync(arguments, oneWriter: args.Contains("--one-writer")));
