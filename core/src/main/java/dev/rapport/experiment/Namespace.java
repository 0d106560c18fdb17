package dev.rapport.experiment;

/**
 * A part of all visitors that an experiment keeps to. Experiments with parts of the same namespace that do not overlap
 * never share a visitor.
 *
 * @param name shared by the experiments that exclude each other
 * @param start inclusive, 0 to 1
 * @param end exclusive, above {@code start}, at most 1
 */
public record Namespace(String name, double start, double end) {
    /** True when the unit falls into this part. */
    public boolean holds(String unit) {
        return Bucketing.inNamespace(unit, name, start, end);
    }

    /** True when both parts may share visitors. */
    public boolean overlaps(Namespace other) {
        return name.equals(other.name) && start < other.end && other.start < end;
    }
}
