package org.signalup.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.LineKind;
import org.signalup.geo.LineGeometry;

/** 线路: geometry with chainage, cut into sections. Never without a section. */
public record Line(
        String id,
        String name,
        LineKind kind,
        String grade,
        List<String> divisionCodes,
        List<String> operators,
        Optional<Double> declaredLengthKm,
        Optional<LocalDate> reportedDone,
        List<Section> sections,
        LineGeometry geometry) {
    public Line {
        divisionCodes = List.copyOf(divisionCodes);
        operators = List.copyOf(operators);
        sections = List.copyOf(sections);
    }

    /** 区段: a stretch that is counted on its own. */
    public record Section(String id, String name, String divisionCode, double fromM, double toM) {}
}
