package org.signalup.intake.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.signalup.domain.Sha256;
import org.signalup.engine.Engine;
import org.signalup.intake.Correction;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.SampleColumn;
import org.signalup.intake.Terms;
import org.signalup.intake.internal.file.Encoding;
import org.signalup.intake.internal.file.FileKind;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.file.RecordSource;
import org.signalup.intake.internal.file.Utf8Stream;
import org.signalup.intake.internal.profile.Detection;
import org.signalup.intake.internal.profile.Detection.Line;
import org.signalup.intake.internal.profile.Profile;
import org.signalup.intake.internal.structure.Structures;

/**
 * A file whose kind, encoding and format are known.
 *
 * @param sheets of a workbook
 */
record PlannedFile(Content content, Detection.Found found, String headDigest, Optional<Sheets> sheets) {
    private static final int HEAD = 1 << 16;
    private static final int FIRST_LINES = 20;

    /** {@link #inspect(InputFile, Structures, Detection, Engine)} of a file that comes alone. */
    static PlannedFile inspect(InputFile file, Detection detection, Engine engine) {
        return inspect(file, new Structures(List.of()), detection, engine);
    }

    /**
     * Looks at the beginning of a file.
     *
     * @throws FileRefusal when it cannot hold samples
     */
    static PlannedFile inspect(InputFile file, Structures structures, Detection detection, Engine engine) {
        try {
            byte[] head = file.head(HEAD);
            FileKind kind = FileKind.of(head);
            Encoding encoding = kind.text() ? Encoding.of(head) : Encoding.UTF_8;
            String digest = Sha256.hex(head);
            if (kind == FileKind.XLSX) {
                return workbook(file, Sheets.of(file, detection, FIRST_LINES), digest);
            }
            try {
                Content content = Content.of(file, kind, encoding, structures);
                return new PlannedFile(content, detect(content, detection, engine), digest, Optional.empty());
            } catch (Utf8Stream.NotUtf8Exception e) {
                Content other = Content.of(file, kind, Encoding.GB18030, structures);
                return new PlannedFile(other, detect(other, detection, engine), digest, Optional.empty());
            }
        } catch (IOException e) {
            throw new FileRefusal(RefusalCode.FILE_UNREADABLE);
        }
    }

    private static PlannedFile workbook(InputFile file, Sheets sheets, String digest) {
        Content content = new Content(file, FileKind.XLSX, Encoding.UTF_8, Optional.of(sheets.records()));
        return new PlannedFile(content, sheets.found(), digest, Optional.of(sheets));
    }

    InputFile file() {
        return content.file();
    }

    FileKind kind() {
        return content.kind();
    }

    /** The same as text in another encoding. */
    PlannedFile in(Encoding other) {
        return new PlannedFile(new Content(file(), kind(), other, content.structured()), found, headDigest, sheets);
    }

    /** The same as a message, with values for cells that a row leaves empty and the profile has no value for. */
    PlannedFile asMessage(Map<SampleColumn, String> standIns) {
        return with(found.profile().ofMessage(standIns));
    }

    /** The same as whoever brings it says it must be read. */
    PlannedFile on(IntakeOptions options) {
        Terms terms = options.terms();
        Correction correction = options.devices().everWithoutPhones(file().name()).stream()
                .map(terms::of)
                .filter(said -> !said.empty())
                .findFirst()
                .orElse(Correction.NONE);
        return with(found.profile().saying(terms.standIns()).corrected(correction));
    }

    private PlannedFile with(Profile profile) {
        return new PlannedFile(
                content,
                new Detection.Found(profile, found.header(), found.others(), found.asked()),
                headDigest,
                sheets);
    }

    /** The records from the first line on. */
    RecordSource records(Engine engine, Optional<MessageDigest> digest, LongConsumer onBytes) {
        return content.records(found.profile().delimiter(), engine, digest, onBytes);
    }

    private static Detection.Found detect(Content content, Detection detection, Engine engine) throws IOException {
        int most = content.kind() == FileKind.PARQUET ? 1 : FIRST_LINES;
        try {
            Map<Character, List<Line>> lines = new HashMap<>();
            return detection.detect(delimiter -> lines.computeIfAbsent(
                    content.kind() == FileKind.TEXT ? delimiter : ',',
                    key -> firstLines(content.records(key, engine, Optional.empty(), bytes -> {}), most)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Line> firstLines(RecordSource source, int most) {
        List<Line> lines = new ArrayList<>();
        try {
            source.forEach(record -> {
                lines.add(new Line(record.line(), record.texts()));
                return lines.size() < most;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
