using EngineLoad;

return await EngineRun.MainAsync(args, PortalEngine.PortalEngine.StartAsync);
