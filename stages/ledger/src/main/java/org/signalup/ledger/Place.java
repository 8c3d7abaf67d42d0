package org.signalup.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.signalup.geo.GeoPoint;

/**
 * 重点场所. The position is WGS-84; {@code original} keeps what the ledger said and in which system.
 *
 * @param scenario scenario code; {@code category} category code or the ledger's own word, may be empty
 * @param operators obliged operators; empty = the standard's list
 * @param reportedDone 上报完成日期
 */
public record Place(
        String id,
        String name,
        String scenario,
        String category,
        String divisionCode,
        GeoPoint position,
        OriginalPosition original,
        String address,
        String owner,
        String department,
        Optional<Integer> targetYear,
        List<String> operators,
        Optional<LocalDate> reportedDone) {
    public Place {
        operators = List.copyOf(operators);
    }
}
