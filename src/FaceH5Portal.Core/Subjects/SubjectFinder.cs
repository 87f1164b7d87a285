namespace FaceH5Portal.Core.Subjects;

/// <summary>Finds subjects by what nobody may read: equal names and numbers have equal indexes.</summary>
public sealed class SubjectFinder(BlindIndex index)
{
    public IQueryable<Subject> Find(IQueryable<Subject> subjects, SoughtPerson person)
    {
        if (person.Number is { } number)
        {
            // Which certificate a number is of is not asked.
            var numbers = Enum.GetValues<CertificateType>().Select(type => index.OfNumber(type, IdentityRules.TidyNumber(number))).ToList();
            subjects = subjects.Where(subject => numbers.Contains(subject.NumberIndex!));
        }
        if (person.Name is not { } name)
            return subjects;
        var named = index.OfName(NameRules.Tidy(name));
        return subjects.Where(subject => subject.NameIndex == named);
    }
}
