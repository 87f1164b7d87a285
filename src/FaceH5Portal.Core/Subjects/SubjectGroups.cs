namespace FaceH5Portal.Core.Subjects;

/// <summary>Who counts as one person.</summary>
internal static class SubjectGroups
{
    /// <summary>The subject and those of equal number; alone while no number is known.</summary>
    public static IQueryable<Subject> OfSamePerson(this IQueryable<Subject> subjects, Subject one) => one.NumberIndex is { } index
        ? subjects.Where(subject => subject.NumberIndex == index)
        : subjects.Where(subject => subject.Id == one.Id);
}
