package org.signalup.intake.internal.structure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.Encoding;
import org.signalup.intake.internal.file.FileKind;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.file.RecordSource;

/** The kinds of files that are no tables, and the tracks that lie beside them. */
public final class Structures {
    private static final int HEAD = 1 << 13;
    private static final String PACKET = "type_id";
    private static final String PACKET_TIME = "timestamp";

    private final List<InputFile> all;
    private final Set<String> tracks = new HashSet<>();

    /** @param all files of one run */
    public Structures(List<InputFile> all) {
        this.all = all;
        all.stream().filter(this::isTrack).map(InputFile::name).forEach(tracks::add);
    }

    /** Whether a file says only where somebody was: it is read with the log it belongs to. */
    public boolean track(InputFile file) {
        return tracks.contains(file.name());
    }

    private boolean isTrack(InputFile file) {
        boolean table = file.fileName().toLowerCase(Locale.ROOT).matches(".*\\.csv(\\.gz)?");
        return TrackFile.isTrack(file)
                || (table && all.stream().anyMatch(other -> TrackFile.twins(file, other) && isPackets(other)));
    }

    private static boolean isPackets(InputFile file) {
        try {
            byte[] head = file.head(HEAD);
            FileKind kind = FileKind.of(head);
            return kind == FileKind.PACKETS
                    || (kind == FileKind.JSON
                            && new String(head, StandardCharsets.UTF_8).contains("\"" + PACKET + "\""));
        } catch (IOException | FileRefusal e) {
            return false;
        }
    }

    /**
     * The records of a file, its header told by a first look at all of it; empty for a table.
     *
     * @throws FileRefusal when the file is damaged, or has no positions and no track beside it
     */
    public Optional<RecordSource> find(InputFile file, FileKind kind, Encoding encoding) throws IOException {
        return switch (kind) {
            case JSON -> Optional.of(json(file, encoding));
            case KML -> Optional.of(records(new KmlRows(file)));
            case NEMO -> Optional.of(records(new NemoRows(file, encoding)));
            case PACKETS -> Optional.of(records(located(new MobileInsightRows(file, encoding), file)));
            case SQLITE -> Optional.of(records(new GeoPackageRows(file)));
            case TEXT, PARQUET, XLSX, TRACK -> Optional.empty();
        };
    }

    private static RecordSource records(FlatRows rows) throws IOException {
        return new FlatRecords(rows, FlatRecords.headings(rows));
    }

    private RecordSource json(InputFile file, Encoding encoding) throws IOException {
        FlatRows rows = new JsonRows(file, encoding);
        List<String> headings = FlatRecords.headings(rows);
        if (!headings.contains(PACKET) || !headings.contains(PACKET_TIME)) {
            return new FlatRecords(rows, headings);
        }
        List<String> withPlace = new ArrayList<>(headings);
        withPlace.addAll(Track.NAMES);
        return new FlatRecords(located(rows, file), withPlace);
    }

    private FlatRows located(FlatRows rows, InputFile file) throws IOException {
        InputFile track = TrackFile.beside(file, all).orElseThrow(() -> new FileRefusal(RefusalCode.TRACK_MISSING));
        return new Located(rows, TrackFile.read(track), PACKET_TIME);
    }
}
