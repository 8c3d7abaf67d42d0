package org.signalup.intake.internal.profile;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.signalup.domain.Text;
import org.signalup.geo.Crs;
import org.signalup.intake.PersonalKind;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.RejectCode;
import org.signalup.intake.SampleColumn;
import org.signalup.intake.internal.file.FileRecord;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.row.BoundCell;
import org.signalup.intake.internal.row.CellFactory;
import org.signalup.intake.internal.row.CellRule;
import org.signalup.intake.internal.row.SampleRow;
import org.signalup.intake.internal.row.Scale;
import org.signalup.intake.internal.row.Times;
import org.signalup.standards.Programme;

/** A profile bound to the header of one file, for one kind of row: which cell is read how. */
public final class Binding {
    private static final String NOTHING_OF_THIS_KIND = "";

    private final Profile profile;
    private final Headings headings;
    private final List<BoundCell> bindings = new ArrayList<>();
    private final List<int[]> partsOf = new ArrayList<>();
    private final List<Constant> constants = new ArrayList<>();
    private final List<BoundFilter> filters = new ArrayList<>();
    private final Set<Integer> used = new HashSet<>();
    private final Set<SampleColumn> bound = EnumSet.noneOf(SampleColumn.class);
    private final Optional<Crs> crs;
    private final boolean operatorOfFile;
    private final List<Long> rats = new ArrayList<>();
    private final int[] ownCells;
    private final boolean takesAll;
    private final boolean oneOfSeveral;
    private final int fixCell;
    private final int fixWithinS;
    private BoundCell[] cells = {};
    private BoundCell[] operatorCells = {};
    private int[][] operatorParts = {};
    private boolean[] second = {};
    private long[] ratOf = {};
    private int[][] parts = {};
    private byte[] joined = new byte[64];

    /** A value for every row. */
    private static final class Constant {
        private final BoundCell cell;
        private final byte[] value;

        Constant(BoundCell cell, String value) {
            this.cell = cell;
            this.value = value.getBytes(StandardCharsets.UTF_8);
        }
    }

    private record BoundFilter(int cell, Set<String> values, boolean keep) {}

    /**
     * @param kind of row; empty = the only one
     * @throws FileRefusal when the file cannot be read with this profile
     */
    Binding(FileBinding file, Optional<Profile.RowKind> kind) {
        this.profile = kind.map(file.profile()::of).orElse(file.profile());
        this.oneOfSeveral = kind.isPresent();
        this.headings = file.headings();
        Times times = Times.of(profile.time().format(), zone(file.programme()));
        CellFactory factory = new CellFactory(file.programme(), times, file.replaced(), file.devices());
        profile.mappings().forEach(mapping -> bind(mapping, factory));
        bindConstants(file, factory);
        bindFilters();
        fixCell = profile.fix().map(rule -> cellOf(rule.heading())).orElse(-1);
        fixWithinS = profile.fix().map(Profile.FixRule::withinS).orElse(0);
        operatorOfFile = !namesOperators() || hasRowsWithoutOperator();
        markSecond();
        ownCells = kind.stream()
                .flatMap(one -> one.mappings().stream())
                .filter(mapping -> saysSomething(mapping.column()))
                .flatMap(mapping -> mapping.from().stream())
                .flatMap(origin -> origin.parts().stream())
                .flatMap(pattern -> headings.matching(pattern).stream())
                .mapToInt(Integer::intValue)
                .toArray();
        takesAll = filters.isEmpty() && ownCells.length == 0 && !oneOfSeveral;
        checkPlace();
        this.crs = Optional.ofNullable(profile.crs().orElse(file.crs().orElse(null)))
                .flatMap(CellFactory::parseCrs);
        checkCrs(file.crs());
    }

    /** A measured value or an outcome makes a row; a time alone does not. */
    private static boolean saysSomething(SampleColumn column) {
        return column.kind() == SampleColumn.Kind.NUMBER || column == SampleColumn.OUTCOME;
    }

    private Optional<ZoneId> zone(Programme programme) {
        return profile.time()
                .zone()
                .map(name -> name.equals(Profile.TimeRule.PROGRAMME) ? programme.zone() : ZoneId.of(name));
    }

    private void bind(Profile.Mapping mapping, CellFactory factory) {
        for (Profile.Origin origin : mapping.from()) {
            int[] found = origin.parts().stream()
                    .mapToInt(pattern -> first(mapping, pattern))
                    .filter(index -> index >= 0)
                    .toArray();
            if (found.length < origin.parts().size()) {
                continue;
            }
            bind(mapping, factory, found);
            if (oneOfSeveral && found.length == 1) {
                headings.alike(found[0]).forEach(again -> bind(mapping, factory, again));
            }
        }
    }

    private void bind(Profile.Mapping mapping, CellFactory factory, int... found) {
        for (int index : found) {
            used.add(index);
        }
        bindings.add(factory.bind(rule(mapping, headings.get(found[0])), found[0]));
        partsOf.add(found);
        rats.add(mapping.rat().map(rat -> (long) rat.number()).orElse(SampleRow.MISSING));
        bound.add(mapping.column());
    }

    private int first(Profile.Mapping mapping, HeadingPattern pattern) {
        List<Integer> matching = headings.matching(pattern);
        if (matching.size() > 1 && profile.canonical()) {
            throw new FileRefusal(
                    RefusalCode.COLUMN_TWICE,
                    0,
                    mapping.column().code(),
                    Text.same(headings.get(matching.get(0)).raw() + ", "
                            + headings.get(matching.get(1)).raw()));
        }
        return matching.isEmpty() ? -1 : matching.get(0);
    }

    private int cellOf(HeadingPattern pattern) {
        List<Integer> found = headings.matching(pattern);
        found.forEach(used::add);
        return found.isEmpty() ? -1 : found.get(0);
    }

    private CellRule rule(Profile.Mapping mapping, Heading heading) {
        Set<String> missing = new HashSet<>(profile.missing());
        missing.addAll(mapping.missing());
        return new CellRule(
                mapping.column(),
                scale(mapping, heading),
                mapping.values(),
                missing,
                mapping.joiner(),
                mapping.noOperator(),
                mapping.column().kind() == SampleColumn.Kind.ID ? personal(profile, heading) : Optional.empty());
    }

    /** What a column holds if it names people or phones. */
    static Optional<PersonalKind> personal(Profile profile, Heading heading) {
        return Identifiers.kind(heading)
                .or(() -> profile.removed().stream().anyMatch(pattern -> pattern.matches(heading))
                        ? Optional.of(PersonalKind.OTHER)
                        : Optional.empty());
    }

    private Scale scale(Profile.Mapping mapping, Heading heading) {
        SampleColumn.Unit unit = mapping.column().unit();
        if (mapping.unit().isPresent()) {
            return Scale.of(unit, mapping.unit().get()).orElseThrow();
        }
        if (unit == SampleColumn.Unit.NONE || unit == SampleColumn.Unit.COUNT) {
            return Scale.usual(unit);
        }
        List<String> units = heading.units();
        for (String name : units) {
            Optional<Scale> scale = Scale.of(unit, name);
            if (scale.isPresent()) {
                return scale.get();
            }
        }
        if (!units.isEmpty() && profile.canonical()) {
            throw new FileRefusal(RefusalCode.UNIT_UNKNOWN, 0, heading.raw(), Text.same(units.get(0)));
        }
        return Scale.usual(unit);
    }

    private void bindConstants(FileBinding file, CellFactory factory) {
        profile.constants().forEach((column, value) -> {
            CellRule rule = CellRule.plain(column, Scale.usual(column.unit()));
            constants.add(new Constant(factory.bind(rule, -1), value.replace(Profile.FILE, file.stem(column))));
            bound.add(column);
        });
    }

    private void bindFilters() {
        for (Profile.Filter filter : profile.filters()) {
            for (int index : headings.matching(filter.heading())) {
                used.add(index);
                filters.add(new BoundFilter(index, filter.values(), filter.keep()));
            }
        }
    }

    private void markSecond() {
        ratOf = rats.stream().mapToLong(Long::longValue).toArray();
        cells = bindings.toArray(BoundCell[]::new);
        parts = partsOf.stream().map(all -> all.length == 1 ? null : all).toArray(int[][]::new);
        int[] operators = IntStream.range(0, cells.length)
                .filter(i -> cells[i].column() == SampleColumn.OPERATOR)
                .toArray();
        operatorCells = IntStream.of(operators).mapToObj(i -> cells[i]).toArray(BoundCell[]::new);
        operatorParts = IntStream.of(operators).mapToObj(i -> parts[i]).toArray(int[][]::new);
        second = new boolean[cells.length];
        Set<SampleColumn> seen = EnumSet.noneOf(SampleColumn.class);
        for (int i = 0; i < second.length; i++) {
            second[i] = !seen.add(cells[i].column());
        }
    }

    private void checkPlace() {
        boolean position = bound.contains(SampleColumn.LON) && bound.contains(SampleColumn.LAT);
        if (!position && !bound.contains(SampleColumn.POINT_ID) && !bound.contains(SampleColumn.LINE_ID)) {
            throw new FileRefusal(
                    RefusalCode.COLUMN_MISSING,
                    Text.of(
                            "应有 lon,lat，或 point_id，或 line_id,chainage_m",
                            "expected lon,lat, or point_id, or line_id,chainage_m"));
        }
    }

    private void checkCrs(Optional<String> asked) {
        asked.filter(name -> CellFactory.parseCrs(name).isEmpty()).ifPresent(name -> {
            throw new FileRefusal(RefusalCode.CRS_INVALID, Text.same("--crs " + name));
        });
        if (crs.isEmpty() && bound.contains(SampleColumn.LON) && !bound.contains(SampleColumn.CRS)) {
            throw new FileRefusal(RefusalCode.CRS_ABSENT);
        }
    }

    /** The heading whose filter leaves the record out, empty text when it has nothing of this kind; null = it stays. */
    public String leftOutBy(FileRecord record) {
        if (takesAll) {
            return null;
        }
        for (BoundFilter filter : filters) {
            if (filter.values.contains(record.text(filter.cell).strip()) != filter.keep) {
                return headings.get(filter.cell).raw();
            }
        }
        for (int cell : ownCells) {
            if (!record.blank(cell)) {
                return null;
            }
        }
        return ownCells.length == 0 && !oneOfSeveral ? null : NOTHING_OF_THIS_KIND;
    }

    /** Whether the record gives a time for a row of this kind. */
    public boolean timed(FileRecord record) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].column() == SampleColumn.OBSERVED_AT && !record.blank(cells[i].cell())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the record says nothing of this kind that is not of the other kind too, as columns without a group may be. */
    public boolean explainedBy(Binding other, FileRecord record) {
        return IntStream.of(ownCells)
                .filter(cell -> !record.blank(cell))
                .allMatch(cell -> IntStream.of(other.ownCells).anyMatch(theirs -> theirs == cell));
    }

    private void checkFix(FileRecord record, SampleRow row) {
        if (fixCell >= 0
                && !record.blank(fixCell)
                && tooOld(record.text(fixCell).strip())) {
            row.refuse(RejectCode.FIX_FAR, SampleColumn.LON, fixCell);
        }
    }

    private boolean tooOld(String seconds) {
        return !seconds.matches("[0-9]{1,9}") || Integer.parseInt(seconds) > fixWithinS;
    }

    /** Reads the cells of a record into the row; what the first column of several has is not read again. */
    public void read(FileRecord record, SampleRow row) {
        checkFix(record, row);
        for (int i = 0; i < cells.length; i++) {
            BoundCell cell = cells[i];
            boolean otherRat = ratOf[i] != SampleRow.MISSING && !row.canBeOn(ratOf[i]);
            if (!otherRat && !(second[i] && cell.filled(row))) {
                read(record, cell, parts[i], row);
                if (ratOf[i] != SampleRow.MISSING && cell.filled(row)) {
                    row.isOn(ratOf[i]);
                }
            }
        }
        readConstants(row);
    }

    /** Reads only the operator that the record names. */
    public void readOperator(FileRecord record, SampleRow row) {
        for (int i = 0; i < operatorCells.length; i++) {
            if (!operatorCells[i].filled(row)) {
                read(record, operatorCells[i], operatorParts[i], row);
            }
        }
        readConstants(row);
    }

    private void readConstants(SampleRow row) {
        for (Constant constant : constants) {
            if (!constant.cell.filled(row)) {
                constant.cell.read(constant.value, 0, constant.value.length, row);
            }
        }
        if (operatorOfFile) {
            row.takeOperatorOfFile();
        }
    }

    private void read(FileRecord record, BoundCell cell, int[] several, SampleRow row) {
        if (several == null) {
            readTrimmed(record, cell, row);
        } else {
            readJoined(record, cell, several, row);
        }
    }

    /** Cells that together are one value: dates, times and units stand beside each other, the rest is joined by a dash. */
    private void readJoined(FileRecord record, BoundCell cell, int[] several, SampleRow row) {
        SampleColumn.Kind kind = cell.column().kind();
        boolean blank = kind == SampleColumn.Kind.TIME || kind == SampleColumn.Kind.NUMBER;
        int length = 0;
        for (int part : several) {
            String text = record.text(part).strip();
            if (text.isEmpty()) {
                return;
            }
            byte[] bytes = ((length == 0 ? "" : blank ? " " : "-") + text).getBytes(StandardCharsets.UTF_8);
            if (joined.length < length + bytes.length) {
                joined = Arrays.copyOf(joined, (length + bytes.length) * 2);
            }
            System.arraycopy(bytes, 0, joined, length, bytes.length);
            length += bytes.length;
        }
        cell.read(joined, 0, length, row);
    }

    private static void readTrimmed(FileRecord record, BoundCell cell, SampleRow row) {
        byte[] bytes = record.bytes();
        int start = record.start(cell.cell());
        int end = record.end(cell.cell());
        while (start < end && bytes[start] == ' ') {
            start++;
        }
        while (end > start && bytes[end - 1] == ' ') {
            end--;
        }
        if (start < end) {
            cell.read(bytes, start, end, row);
        }
    }

    /** Position of the first cell of a column, or −1. */
    public int cellOf(SampleColumn column) {
        return bindings.stream()
                .filter(cell -> cell.column() == column)
                .mapToInt(BoundCell::cell)
                .findFirst()
                .orElse(-1);
    }

    /** The columns that a row may fill. */
    public Set<SampleColumn> columns() {
        return bound;
    }

    /** The cells that were of use. */
    Set<Integer> used() {
        return used;
    }

    /** The system of positions that name none. */
    public Optional<Crs> crs() {
        return crs;
    }

    /** Whether the file names operators at all. */
    public boolean namesOperators() {
        return bound.contains(SampleColumn.OPERATOR);
    }

    /** Whether rows may name no network and so take the operator of the file's other rows. */
    public boolean hasRowsWithoutOperator() {
        return profile.mappings().stream()
                .anyMatch(mapping -> !mapping.noOperator().isEmpty() && bound.contains(mapping.column()));
    }
}
