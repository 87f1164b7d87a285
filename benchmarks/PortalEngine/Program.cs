using EngineLoad;

return await EngineRun.MainAsync(args, arguments => PortalEngine.PortalEngine.StartAsync(arguments, unguarded: args.Contains("--unguarded")));
