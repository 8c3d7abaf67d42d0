package org.signalup.evaluate.internal.judge;

import java.util.Map;
import java.util.Optional;
import org.signalup.domain.LineKind;
import org.signalup.domain.Verdict;
import org.signalup.standards.ProgrammeTarget;
import org.signalup.standards.ProgrammeTarget.Unit;

/**
 * A place, section or line as progress counts it.
 *
 * @param id of the place or line
 * @param scenario and {@code category} of a place, else empty
 * @param lineKind and {@code grade} of a section or line
 * @param lengthMm of a section, counted by targets in km
 * @param operators the obliged operators and how the parts came out for each
 */
public record ProgressItem(
        Kind kind,
        String id,
        String scenario,
        String category,
        Optional<LineKind> lineKind,
        String grade,
        String divisionCode,
        long lengthMm,
        boolean reported,
        Map<String, Parts> operators) {
    public ProgressItem {
        operators = Map.copyOf(operators);
    }

    /** What is counted as one. */
    public enum Kind {
        PLACE,
        SECTION,
        LINE
    }

    /**
     * The parts a rule may ask for.
     *
     * @param coverage by the rows the standard names
     * @param rate the compliant share, see {@link RateJudge#part}
     * @param service see {@link ServiceJudge#judge}
     */
    public record Parts(Decided coverage, Verdict rate, Verdict service) {}

    public static ProgressItem place(
            String id,
            String scenario,
            String category,
            String divisionCode,
            boolean reported,
            Map<String, Parts> operators) {
        return new ProgressItem(
                Kind.PLACE, id, scenario, category, Optional.empty(), "", divisionCode, 0, reported, operators);
    }

    boolean countsFor(ProgrammeTarget target) {
        return switch (kind) {
            case PLACE ->
                (target.unit() == Unit.PLACE || target.unit() == Unit.PLACE_SHARE)
                        && (target.scenarios().isEmpty() || target.scenarios().contains(scenario))
                        && (target.categories().isEmpty() || target.categories().contains(category));
            case SECTION -> target.unit() == Unit.KM && selectsLine(target);
            case LINE -> target.unit() == Unit.LINE && selectsLine(target);
        };
    }

    private boolean selectsLine(ProgrammeTarget target) {
        boolean kindFits = target.lineKinds().isEmpty()
                || lineKind.filter(target.lineKinds()::contains).isPresent();
        return kindFits && (target.grades().isEmpty() || target.grades().contains(grade));
    }

    /** One for a place or line, millimetres for a section. */
    long amount() {
        return kind == Kind.SECTION ? lengthMm : 1;
    }
}
