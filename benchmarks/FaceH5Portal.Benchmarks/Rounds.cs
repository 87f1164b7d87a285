using System.Globalization;

namespace FaceH5Portal.Benchmarks;

/// <summary>One figure of each round.</summary>
internal sealed class Rounds
{
    private readonly List<double> _figures = [];

    public int Count => _figures.Count;

    public double Median => _figures.Order().ElementAt(_figures.Count / 2);

    public double Percentile(double share) => _figures.Order().ElementAt((int)Math.Ceiling(_figures.Count * share) - 1);

    public double Most => _figures.Max();

    public void Add(double figure) => _figures.Add(figure);

    /// <summary>Round by round, so that what slowed a whole round down drops out.</summary>
    public Rounds Per(Rounds other)
    {
        var ratios = new Rounds();
        foreach (var (own, others) in _figures.Zip(other._figures)) ratios.Add(own / others);
        return ratios;
    }

    /// <summary>Median (least–most).</summary>
    public string Show(string format)
    {
        string Text(double figure) => figure.ToString(format, CultureInfo.InvariantCulture);
        return $"{Text(Median)} ({Text(_figures.Min())}–{Text(Most)})";
    }
}
