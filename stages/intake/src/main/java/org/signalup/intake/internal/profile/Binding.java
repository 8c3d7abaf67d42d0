package org.signalup.intake.internal.profile;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signalup.domain.Text;
import org.signalup.geo.Crs;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.SampleColumn;
import org.signalup.intake.internal.file.FileRecord;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.row.BoundCell;
import org.signalup.intake.internal.row.CellFactory;
import org.signalup.intake.internal.row.CellRule;
import org.signalup.intake.internal.row.SampleRow;
import org.signalup.intake.internal.row.Scale;
import org.signalup.intake.internal.row.Times;
import org.signalup.standards.Programme;

/** A profile bound to the header of one file: which cell is read how, what is dropped, what nobody knows. */
public final class Binding {
    private final Profile profile;
    private final List<Heading> headings;
    private final List<BoundCell> bindings = new ArrayList<>();
    private final List<Constant> constants = new ArrayList<>();
    private final List<BoundFilter> filters = new ArrayList<>();
    private final Set<Integer> used = new HashSet<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Set<String> replaced = new LinkedHashSet<>();
    private final Set<SampleColumn> bound = EnumSet.noneOf(SampleColumn.class);
    private final Optional<Crs> crs;
    private final boolean operatorOfFile;
    private final List<Long> rats = new ArrayList<>();
    private BoundCell[] cells = {};
    private BoundCell[] operatorCells = {};
    private boolean[] second = {};
    private long[] ratOf = {};

    /** A value for every row. */
    private static final class Constant {
        private final BoundCell cell;
        private final byte[] value;

        Constant(BoundCell cell, String value) {
            this.cell = cell;
            this.value = value.getBytes(StandardCharsets.UTF_8);
        }
    }

    private record BoundFilter(int cell, Set<String> values) {}

    /**
     * @param crs of files that do not say their own
     * @throws FileRefusal when the file cannot be read with this profile
     */
    public Binding(Detection.Found found, InputFile file, Programme programme, Optional<String> crs) {
        this.profile = found.profile();
        this.headings = found.header().cells().stream().map(Heading::of).toList();
        Times times = Times.of(profile.time().format(), zone(programme));
        CellFactory factory = new CellFactory(programme, times, replaced);
        profile.mappings().forEach(mapping -> bind(mapping, factory));
        bindConstants(file, factory);
        bindFilters();
        operatorOfFile = !namesOperators() || hasRowsWithoutOperator();
        markSecond();
        sortOut();
        checkPlace();
        this.crs = Optional.ofNullable(profile.crs().orElse(crs.orElse(null))).flatMap(CellFactory::parseCrs);
        checkCrs(crs);
    }

    private Optional<ZoneId> zone(Programme programme) {
        return profile.time()
                .zone()
                .map(name -> name.equals(Profile.TimeRule.PROGRAMME) ? programme.zone() : ZoneId.of(name));
    }

    private void bind(Profile.Mapping mapping, CellFactory factory) {
        for (HeadingPattern pattern : mapping.from()) {
            List<Integer> matching = matching(pattern);
            if (matching.size() > 1 && profile.id().equals(CanonicalFormat.ID)) {
                throw new FileRefusal(
                        RefusalCode.COLUMN_TWICE,
                        0,
                        mapping.column().code(),
                        Text.same(headings.get(matching.get(0)).raw() + ", "
                                + headings.get(matching.get(1)).raw()));
            }
            if (!matching.isEmpty()) {
                int index = matching.get(0);
                used.add(index);
                bindings.add(factory.bind(rule(mapping, headings.get(index)), index));
                rats.add(mapping.rat().map(rat -> (long) rat.number()).orElse(SampleRow.MISSING));
                bound.add(mapping.column());
            }
        }
    }

    private List<Integer> matching(HeadingPattern pattern) {
        List<Integer> matching = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            if (pattern.matches(headings.get(i))) {
                matching.add(i);
            }
        }
        return matching;
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
                mapping.noOperator());
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
        if (!units.isEmpty() && profile.id().equals(CanonicalFormat.ID)) {
            throw new FileRefusal(RefusalCode.UNIT_UNKNOWN, 0, heading.raw(), Text.same(units.get(0)));
        }
        return Scale.usual(unit);
    }

    private void bindConstants(InputFile file, CellFactory factory) {
        profile.constants().forEach((column, value) -> {
            String text = value.replace(Profile.FILE, stem(file));
            CellRule rule = CellRule.plain(column, Scale.usual(column.unit()));
            constants.add(new Constant(factory.bind(rule, -1), text));
            bound.add(column);
        });
    }

    /** The file's name without folder and ending, and without what the profile says is not part of the log's name. */
    private String stem(InputFile file) {
        String name = file.fileName();
        int dot = name.indexOf('.', 1);
        while (dot >= 0 && !name.substring(dot).matches("(?i)\\.(csv|txt|tsv|parquet|xlsx)(\\.gz)?")) {
            dot = name.indexOf('.', dot + 1);
        }
        String stem = dot < 0 ? name : name.substring(0, dot);
        String suffix = profile.fileSuffix();
        return stem.endsWith(suffix) ? stem.substring(0, stem.length() - suffix.length()) : stem;
    }

    private void bindFilters() {
        for (Profile.Filter filter : profile.filters()) {
            for (int index : matching(filter.heading())) {
                used.add(index);
                filters.add(new BoundFilter(index, filter.values()));
            }
        }
    }

    private void markSecond() {
        ratOf = rats.stream().mapToLong(Long::longValue).toArray();
        cells = bindings.toArray(BoundCell[]::new);
        operatorCells = bindings.stream()
                .filter(cell -> cell.column() == SampleColumn.OPERATOR)
                .toArray(BoundCell[]::new);
        second = new boolean[cells.length];
        Set<SampleColumn> seen = EnumSet.noneOf(SampleColumn.class);
        for (int i = 0; i < second.length; i++) {
            second[i] = !seen.add(cells[i].column());
        }
    }

    private void sortOut() {
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            if (used.contains(i) || heading.raw().isEmpty()) {
                continue;
            }
            boolean personal = Identifiers.names(heading)
                    || profile.removed().stream().anyMatch(pattern -> pattern.matches(heading));
            (personal ? removed : unknown).add(heading.raw());
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

    /** Whether the profile's row filters let the record pass. */
    public boolean keeps(FileRecord record) {
        for (BoundFilter filter : filters) {
            if (!filter.values.contains(record.text(filter.cell).strip())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the record has as many fields as the header; empty fields beyond it do not count. */
    public boolean fits(FileRecord record) {
        if (record.count() < headings.size()) {
            return false;
        }
        for (int i = headings.size(); i < record.count(); i++) {
            if (!record.blank(i)) {
                return false;
            }
        }
        return true;
    }

    /** Reads the cells of a record into the row; what the first column of several has is not read again. */
    public void read(FileRecord record, SampleRow row) {
        for (int i = 0; i < cells.length; i++) {
            BoundCell cell = cells[i];
            boolean otherRat = ratOf[i] != SampleRow.MISSING && !row.canBeOn(ratOf[i]);
            if (!otherRat && !(second[i] && cell.filled(row))) {
                readTrimmed(record, cell, row);
                if (ratOf[i] != SampleRow.MISSING && cell.filled(row)) {
                    row.isOn(ratOf[i]);
                }
            }
        }
        readConstants(row);
    }

    /** Reads only the operator that the record names. */
    public void readOperator(FileRecord record, SampleRow row) {
        for (BoundCell cell : operatorCells) {
            if (!cell.filled(row)) {
                readTrimmed(record, cell, row);
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

    /** The heading of a cell as the file has it. */
    public String heading(int cell) {
        return headings.get(cell).raw();
    }

    public String format() {
        return profile.id();
    }

    /** The system of positions that name none. */
    public Optional<Crs> crs() {
        return crs;
    }

    /** Whether times without offset are taken as the programme's wall clock. */
    public boolean assumesZone() {
        return profile.time().zone().filter(Profile.TimeRule.PROGRAMME::equals).isPresent();
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

    /** Columns of identifiers that are not kept, and columns whose identifiers became pseudonyms. */
    public List<String> removed() {
        List<String> all = new ArrayList<>(removed);
        all.addAll(replaced);
        return all;
    }

    public List<String> unknown() {
        return unknown;
    }
}
