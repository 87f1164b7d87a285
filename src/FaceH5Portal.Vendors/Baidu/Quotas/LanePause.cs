namespace FaceH5Portal.Vendors.Baidu.Quotas;

/// <summary>How long one lane of one app has to wait. Not safe for several threads; its owner sees to that.</summary>
internal sealed class LanePause
{
    // Far enough to reach the longest pause, and no further: the doubling must not run over.
    private const int MostDoublings = 10;

    private DateTimeOffset _from = DateTimeOffset.MinValue;
    private DateTimeOffset _until = DateTimeOffset.MinValue;
    private int _inARow;

    /// <summary>The code the pause was told with.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What is left of the pause; null when there is none. A clock set back does not make it longer: it ends it.</summary>
    public TimeSpan? LeftAt(DateTimeOffset now) => _from <= now && now < _until ? _until - now : null;

    /// <param name="admitted">When the call that met the answer was let through. Calls that were under way together meet the same limit together: that is one step, not many.</param>
    /// <param name="now">When the answer came.</param>
    /// <param name="quota">The answer.</param>
    public void Hold(DateTimeOffset admitted, DateTimeOffset now, QuotaAnswer quota)
    {
        if (admitted > _from)
            _inARow++;
        var until = now + (quota.Length is { } length ? Longer(length, BaiduLimits.FirstPause) : Growing());
        if (LeftAt(now) is not null && until <= _until)
            return;
        (_from, _until, Code) = (now, until, quota.Code);
    }

    /// <summary>A call got through. One that was under way before the pause says nothing about now.</summary>
    public void Pass(DateTimeOffset admitted)
    {
        if (admitted > _from)
            _inARow = 0;
    }

    private TimeSpan Growing()
    {
        var grown = BaiduLimits.FirstPause * Math.Pow(2, Math.Clamp(_inARow - 1, 0, MostDoublings));
        return grown < BaiduLimits.LongestPause ? grown : BaiduLimits.LongestPause;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
