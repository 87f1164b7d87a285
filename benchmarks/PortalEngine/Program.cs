using EngineLoad;

return await EngineRun.MainAsync(args, arguments => PortalEngine.PortalEngine.StartAsync(arguments, args.Contains("--unguarded"), args.Contains("--backups")));
