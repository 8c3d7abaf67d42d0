package org.signalup.publish.internal.facts;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.BinRow;
import org.signalup.ledger.Line;
import org.signalup.publish.Causes;
import org.signalup.publish.internal.html.Table;

/** One pass over the bins, which may be millions: strips of the chosen lines, the longest stretches, causes. */
final class BinScan implements Consumer<BinRow> {
    private static final Comparator<Stretch> LONGEST = Comparator.comparingLong(Stretch::lengthMm)
            .reversed()
            .thenComparing(Stretch::lineId)
            .thenComparing(Stretch::operator)
            .thenComparingLong(Stretch::fromMm);

    private final Names names;
    private final Map<String, Map<String, Strip>> strips = new LinkedHashMap<>();
    private final Map<String, Causes> causes = new TreeMap<>();
    private final Map<String, Stretch> running = new HashMap<>();
    private final PriorityQueue<Stretch> longest = new PriorityQueue<>(LONGEST.reversed());
    private final Map<String, Set<Long>> partStarts = new HashMap<>();
    private String line = "";
    private long rows;
    private long stretches;

    BinScan(Names names, List<String> drawnLines) {
        this.names = names;
        drawnLines.forEach(id -> strips.put(id, new LinkedHashMap<>()));
    }

    @Override
    public void accept(BinRow bin) {
        rows++;
        if (bin.rat() != names.decidingRow(bin.lineId())) {
            return;
        }
        strip(bin);
        if (!bin.operator().equals(ResultRows.ALL)) {
            causes.merge(bin.operator(), Causes.of(bin.measured()), Causes::plus);
            stretch(bin);
        }
    }

    private void strip(BinRow bin) {
        Map<String, Strip> drawn = strips.get(bin.lineId());
        if (drawn == null) {
            return;
        }
        long length = names.line(bin.lineId()).map(BinScan::length).orElse(bin.toMm());
        drawn.computeIfAbsent(bin.operator(), operator -> new Strip(length, bin.toMm() - bin.fromMm()))
                .add(bin.fromMm(), bin.toMm(), bin.verdict());
    }

    private static long length(Line line) {
        return line.geometry().lengthMm();
    }

    private void stretch(BinRow bin) {
        if (!bin.lineId().equals(line)) {
            finish();
            line = bin.lineId();
        }
        Stretch before = running.get(bin.operator());
        if (before != null && before.continuedBy(bin) && !startsPart(bin)) {
            running.put(bin.operator(), before.and(bin));
            return;
        }
        keep(running.remove(bin.operator()));
        if (bin.verdict() == Verdict.FAIL || bin.verdict() == Verdict.RETEST) {
            running.put(bin.operator(), Stretch.of(bin));
        }
    }

    /** Bins restart at each part of a line; the ends of two parts may lie far from each other. */
    private boolean startsPart(BinRow bin) {
        return partStarts.computeIfAbsent(bin.lineId(), this::starts).contains(bin.fromMm());
    }

    private Set<Long> starts(String lineId) {
        Set<Long> starts = new HashSet<>();
        names.line(lineId).ifPresent(l -> l.geometry().parts().forEach(part -> starts.add(part.fromMm())));
        return starts;
    }

    private void keep(Stretch stretch) {
        if (stretch == null) {
            return;
        }
        stretches++;
        longest.add(stretch);
        if (longest.size() > Table.CAP) {
            longest.remove();
        }
    }

    private void finish() {
        running.values().forEach(this::keep);
        running.clear();
    }

    /** The longest stretches, the longest first. */
    List<Stretch> longest() {
        finish();
        return longest.stream().sorted(LONGEST).toList();
    }

    long stretches() {
        return stretches;
    }

    long rows() {
        return rows;
    }

    Map<String, Map<String, Strip>> strips() {
        return strips;
    }

    Map<String, Causes> causes() {
        return causes;
    }
}
