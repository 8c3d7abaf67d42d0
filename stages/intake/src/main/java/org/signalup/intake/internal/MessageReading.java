package org.signalup.intake.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.signalup.domain.Language;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.intake.Devices;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.RejectCode;
import org.signalup.intake.RowIntake.Checked;
import org.signalup.intake.RowIntake.Kept;
import org.signalup.intake.RowIntake.Message;
import org.signalup.intake.RowIntake.Refused;
import org.signalup.intake.internal.file.Encoding;
import org.signalup.intake.internal.file.FileKind;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.file.Utf8Stream;
import org.signalup.intake.internal.profile.Detection;
import org.signalup.intake.internal.profile.ProfileCatalog;
import org.signalup.intake.internal.row.CanonicalText;
import org.signalup.intake.internal.row.Masking;
import org.signalup.intake.internal.row.SampleRow;
import org.signalup.standards.Programme;

/** Reads messages by the rules of files: the same detection, binding and row rules, other ends. */
public final class MessageReading {
    private static final int HEAD = 8;

    private final Programme programme;
    private final Supplier<Devices> devices;
    private final ProfileCatalog profiles;
    private final Detection any;

    /** @throws RefusedException with every problem of every profile */
    public MessageReading(Programme programme, List<Path> profileFolders, Supplier<Devices> devices) {
        this.devices = devices;
        this.programme = programme;
        this.profiles = new ProfileCatalog(profileFolders);
        this.any = new Detection(profiles.choose(Optional.empty()), false);
    }

    /** @throws RefusedException when the message as a whole cannot be read */
    public Checked check(Message message, Supplier<Engine> engines) {
        InputFile file = new InputFile(message.file(), message.name());
        try {
            if (FileKind.of(file.head(HEAD)) != FileKind.PARQUET) {
                return read(file, message, null);
            }
            try (Engine engine = engines.get()) {
                return read(file, message, engine);
            }
        } catch (FileRefusal e) {
            throw new RefusedException(e.problem(message.name()));
        } catch (IOException e) {
            throw new RefusedException(
                    new FileRefusal(RefusalCode.FILE_UNREADABLE, Text.same(String.valueOf(e.getMessage())))
                            .problem(message.name()));
        }
    }

    /** @param engine of Parquet alone; text needs none */
    private Checked read(InputFile file, Message message, Engine engine) throws IOException {
        Detection detection =
                message.profile().isEmpty() ? any : new Detection(profiles.choose(message.profile()), true);
        PlannedFile planned = PlannedFile.inspect(file, detection, engine).asMessage(message.standIns());
        if (message.profile().isEmpty() && !planned.found().profile().samples()) {
            throw new FileRefusal(
                    RefusalCode.NO_SAMPLE_FILE,
                    planned.found().profile().noSamples().orElseThrow());
        }
        try {
            return rows(planned, message, engine);
        } catch (Utf8Stream.NotUtf8Exception e) {
            return rows(planned.in(Encoding.GB18030), message, engine);
        }
    }

    private Checked rows(PlannedFile planned, Message message, Engine engine) throws IOException {
        Collected rows = new Collected();
        FileReport report = new FileReading(planned, 1, options(message)).read(engine, rows, (bytes, count) -> {});
        return new Checked(
                report.format(),
                report.read(),
                rows.kept,
                rows.refused,
                report.removedColumns(),
                report.unknownColumns(),
                report.defaulted());
    }

    private IntakeOptions options(Message message) {
        return new IntakeOptions(
                        programme,
                        List.of(),
                        Optional.empty(),
                        message.crs(),
                        Optional.empty(),
                        Language.ZH,
                        message.file(),
                        ProgressListener.NONE)
                .knowing(devices.get());
    }

    private static final class Collected implements FileReading.Rows {
        private final List<Kept> kept = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();

        @Override
        public void kept(SampleRow row, int fileNo, long line) {
            kept.add(new Kept(line, CanonicalText.cells(row)));
        }

        @Override
        public void refused(int fileNo, long line, String heading, String value, RejectCode code) {
            refused.add(new Refused(line, heading, Masking.mask(value), code));
        }
    }
}
