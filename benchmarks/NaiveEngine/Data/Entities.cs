namespace NaiveEngine.Data;

internal enum SessionStatus
{
    AwaitingUser,
    Capturing,
    Confirming,
    Passed,
    Failed,
}

internal sealed class Session
{
    public Guid Id { get; set; }
    public string PlanId { get; set; } = "";
    public string? Reference { get; set; }
    public string Purpose { get; set; } = "";
    public byte[] Name { get; set; } = [];
    public byte[] IdNumber { get; set; } = [];
    public string IdNumberHash { get; set; } = "";
    public string LinkHash { get; set; } = "";
    public DateTime CreatedAt { get; set; }
    public DateTime LinkExpiresAt { get; set; }
    public DateTime? ConsentedAt { get; set; }
    public string? ConsentVersion { get; set; }
    public string? ConsentTextSha256 { get; set; }
    public byte[]? ConsentAddress { get; set; }
    public SessionStatus Status { get; set; }
    public DateTime? FinishedAt { get; set; }
    public List<Token> Tokens { get; } = [];
    public List<HarvestItem> Items { get; } = [];
}

internal sealed class Token
{
    public Guid Id { get; set; }
    public Guid SessionId { get; set; }
    public Session Session { get; set; } = null!;
    public byte[] VerifyToken { get; set; } = [];
    public string StateHash { get; set; } = "";
    public DateTime MintedAt { get; set; }
    public DateTime ExpiresAt { get; set; }
    public DateTime? ReturnedAt { get; set; }
    public DateTime? DueAt { get; set; }
    public int Tries { get; set; }
    public List<Attempt> Attempts { get; } = [];
}

internal sealed class Attempt
{
    public Guid Id { get; set; }
    public Guid TokenId { get; set; }
    public int Order { get; set; }
    public bool Passed { get; set; }
    public string Code { get; set; } = "";
    public string Message { get; set; } = "";
    public double? Score { get; set; }
    public double? Threshold { get; set; }
    public double? LivenessScore { get; set; }
    public string? RiskLevel { get; set; }
    public string? VerifyLogId { get; set; }
    public DateTime VerifiedAt { get; set; }
}

internal sealed class Charge
{
    public Guid Id { get; set; }
    public Guid SessionId { get; set; }
    public Guid TokenId { get; set; }
    public int Order { get; set; }
    public string Type { get; set; } = "";
    public decimal Amount { get; set; }
    public DateTime ChargedAt { get; set; }
}

internal enum HarvestKind
{
    Answer,
    Detail,
    Stat,
    Face,
}

internal sealed class HarvestItem
{
    public Guid Id { get; set; }
    public Guid SessionId { get; set; }
    public Session Session { get; set; } = null!;
    public Guid TokenId { get; set; }
    public Token Token { get; set; } = null!;
    public HarvestKind Kind { get; set; }
    public byte[]? Url { get; set; }
    public DateTime? DueAt { get; set; }
    public DateTime DeadlineAt { get; set; }
    public int Tries { get; set; }
    public DateTime? StoredAt { get; set; }
    public string? MediaType { get; set; }
    public string? Sha256 { get; set; }
    public byte[]? Content { get; set; }
}

internal sealed class AuditEntry
{
    public long Id { get; set; }
    public DateTime At { get; set; }
    public string Actor { get; set; } = "";
    public string Action { get; set; } = "";
    public Guid SessionId { get; set; }
    public string? Note { get; set; }
}
