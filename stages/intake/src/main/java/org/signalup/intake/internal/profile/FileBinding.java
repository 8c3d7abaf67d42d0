package org.signalup.intake.internal.profile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.signalup.domain.Text;
import org.signalup.intake.Devices;
import org.signalup.intake.PersonalKind;
import org.signalup.intake.Recognition;
import org.signalup.intake.RemovedColumn;
import org.signalup.intake.SampleColumn;
import org.signalup.intake.internal.file.FileRecord;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.row.CellFactory.Replaced;
import org.signalup.standards.Programme;

/** A profile bound to one file: its kinds of rows, what is dropped, what nobody knows. */
public final class FileBinding {
    private static final Pattern ENDING =
            Pattern.compile("(?i)\\.(csv|txt|tsv|parquet|xlsx|json|jsonl|ndjson|kml|nmf|xml|gpkg)(\\.gz)?");

    private final Detection.Found found;
    private final Headings headings;
    private final Programme programme;
    private final Optional<String> crs;
    private final Devices devices;
    private final String name;
    private final String stem;
    private final Map<Replaced, long[]> replaced = new LinkedHashMap<>();
    private final List<Binding> kinds = new ArrayList<>();
    private final List<Integer> personalCells = new ArrayList<>();
    private final List<PersonalKind> personalKinds = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final long[] personalCounts;
    private int known;

    /**
     * @param crs of files that do not say their own
     * @param devices how their ids are taken in
     * @throws FileRefusal when the file cannot be read with this profile
     */
    public FileBinding(
            Detection.Found found, InputFile file, Programme programme, Optional<String> crs, Devices devices) {
        this.found = found;
        this.headings = Headings.of(found.header().cells());
        this.programme = programme;
        this.crs = crs;
        this.devices = devices;
        this.name = name(file);
        this.stem = devices.withoutPhones(name);
        if (profile().kinds().isEmpty()) {
            kinds.add(new Binding(this, Optional.empty()));
        }
        profile().kinds().forEach(kind -> kinds.add(new Binding(this, Optional.of(kind))));
        sortOut();
        this.personalCounts = new long[personalCells.size()];
    }

    Profile profile() {
        return found.profile();
    }

    Headings headings() {
        return headings;
    }

    Programme programme() {
        return programme;
    }

    Optional<String> crs() {
        return crs;
    }

    Devices devices() {
        return devices;
    }

    Map<Replaced, long[]> replaced() {
        return replaced;
    }

    /** What stands in a column for the file's name: no phone is in it, but for a device that is an instrument's, and is hashed as one. */
    String stem(SampleColumn column) {
        return column == SampleColumn.DEVICE_ID && devices.instrument(name).isPresent() ? name : stem;
    }

    /** The file's name without folder and ending, and without what the profile says is not part of the log's name. */
    private String name(InputFile file) {
        String name = file.fileName();
        int dot = name.indexOf('.', 1);
        while (dot >= 0 && !ENDING.matcher(name.substring(dot)).matches()) {
            dot = name.indexOf('.', dot + 1);
        }
        String whole = dot < 0 ? name : name.substring(0, dot);
        String suffix = profile().fileSuffix();
        return whole.endsWith(suffix) ? whole.substring(0, whole.length() - suffix.length()) : whole;
    }

    private void sortOut() {
        Set<Integer> used = new HashSet<>();
        kinds.forEach(kind -> used.addAll(kind.used()));
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            if (used.contains(i)) {
                known++;
            } else if (!heading.raw().isEmpty()) {
                sortOut(i, heading);
            }
        }
    }

    private void sortOut(int index, Heading heading) {
        Optional<PersonalKind> personal = Binding.personal(profile(), heading);
        if (personal.isPresent()) {
            known++;
            personalCells.add(index);
            personalKinds.add(personal.get());
        } else {
            unknown.add(heading.raw());
        }
    }

    /** One for every kind of row a record may become. */
    public List<Binding> kinds() {
        return kinds;
    }

    /** The columns that a row of any kind may fill. */
    public Set<SampleColumn> columns() {
        Set<SampleColumn> all = EnumSet.noneOf(SampleColumn.class);
        kinds.forEach(kind -> all.addAll(kind.columns()));
        return all;
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

    /** Counts the identifiers that are dropped with the record. */
    public void countRemoved(FileRecord record) {
        for (int i = 0; i < personalCounts.length; i++) {
            if (!record.blank(personalCells.get(i))) {
                personalCounts[i]++;
            }
        }
    }

    /** The heading of a cell as the file has it. */
    public String heading(int cell) {
        return headings.get(cell).raw();
    }

    /** Whether a cell holds an identifier, so that nothing of it may be shown. */
    public boolean personal(int cell) {
        return Binding.personal(profile(), headings.get(cell)).isPresent();
    }

    public String format() {
        return profile().id();
    }

    /** What whoever uses such a file must know. */
    public Optional<Text> note() {
        return profile().note();
    }

    /** Whether times without offset are taken as the programme's wall clock. */
    public boolean assumesZone() {
        return profile()
                .time()
                .zone()
                .filter(Profile.TimeRule.PROGRAMME::equals)
                .isPresent();
    }

    /** How surely the format was told. */
    public Recognition recognition() {
        long all = headings.all().stream()
                .filter(heading -> !heading.raw().isEmpty())
                .count();
        return new Recognition(
                profile().id(),
                profile().version(),
                found.asked(),
                profile().detect().required().size(),
                known,
                (int) all,
                found.others());
    }

    /** Columns of identifiers that are not kept, and columns whose identifiers became pseudonyms. */
    public List<RemovedColumn> removed() {
        List<RemovedColumn> all = new ArrayList<>();
        for (int i = 0; i < personalCounts.length; i++) {
            all.add(new RemovedColumn(heading(personalCells.get(i)), personalKinds.get(i), personalCounts[i], false));
        }
        replaced.forEach(
                (column, count) -> all.add(new RemovedColumn(column.column().code(), column.kind(), count[0], true)));
        return all;
    }

    public List<String> unknown() {
        return unknown;
    }
}
