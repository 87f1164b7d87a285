using System.Diagnostics.CodeAnalysis;

namespace FaceH5Portal.Vendors;

/// <summary>What a vendor call gave: a value or a fault, never both.</summary>
/// <typeparam name="T">The value of a successful call.</typeparam>
/// <param name="Value">The value; null when the call failed.</param>
/// <param name="Fault">The reason of the failure; null when the call succeeded.</param>
/// <param name="RawBody">The answer as the vendor sent it, null when none arrived or it is not text. Holds personal data: encrypt it, never log it.</param>
/// <param name="LogId">The vendor's id of this request, digits kept as they came; null when it gave none.</param>
public sealed record VendorAnswer<T>(T? Value, VendorFault? Fault, string? RawBody, string? LogId)
    where T : class
{
    /// <summary>True when <see cref="Value"/> is there, false when <see cref="Fault"/> is.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsSuccess => Fault is null && Value is not null;

    /// <summary>Says how the call ended, without what it brought: answers hold personal data and end up in logs.</summary>
    /// <returns>The type of the value, or the fault.</returns>
    public override string ToString() =>
        Fault is null ? $"{typeof(T).Name} (log id {LogId})" : $"{Fault.Kind} {Fault.Code}: {Fault.Message}";
}

/// <summary>Makes <see cref="VendorAnswer{T}"/>s, so that none holds both a value and a fault, or neither.</summary>
public static class VendorAnswer
{
    /// <summary>The call succeeded.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">What the vendor answered.</param>
    /// <param name="rawBody">The answer as it came.</param>
    /// <param name="logId">The vendor's id of the request.</param>
    /// <returns>An answer with a value.</returns>
    public static VendorAnswer<T> Success<T>(T value, string? rawBody = null, string? logId = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value);
        return new VendorAnswer<T>(value, null, rawBody, logId);
    }

    /// <summary>Adds to a fault how long to wait; leaves a success, or a fault nobody gave a time for, as it is.</summary>
    internal static VendorAnswer<T> AfterWaiting<T>(this VendorAnswer<T> answer, TimeSpan? wait)
        where T : class =>
        wait is null || answer.Fault is null ? answer : answer with { Fault = answer.Fault with { RetryAfter = wait } };

    /// <summary>The call failed.</summary>
    /// <typeparam name="T">The type the value would have had.</typeparam>
    /// <param name="fault">Why.</param>
    /// <param name="rawBody">The answer as it came, if one did.</param>
    /// <param name="logId">The vendor's id of the request.</param>
    /// <returns>An answer with a fault.</returns>
    public static VendorAnswer<T> Failure<T>(VendorFault fault, string? rawBody = null, string? logId = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(fault);
        return new VendorAnswer<T>(null, fault, rawBody, logId);
    }
}
