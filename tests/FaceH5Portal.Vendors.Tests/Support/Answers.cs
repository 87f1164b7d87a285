namespace FaceH5Portal.Vendors.Tests.Support;

internal static class Answers
{
    /// <summary>The value of an answer that has to be one; the fault's words where it is not.</summary>
    public static T Succeeded<T>(VendorAnswer<T> answer)
        where T : class
    {
        Assert.True(answer.IsSuccess, answer.ToString());
        return answer.Value;
    }
}
