package org.signalup.cli.internal.platform;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.Session;
import org.signalup.domain.Text;
import org.signalup.store.Backup;
import org.signalup.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalup backup}: all that people changed in one file, while the platform runs or not. */
@Command(name = "backup", sortOptions = false)
public final class BackupVerb implements Callable<Integer> {
    private final Session session;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--out", paramLabel = "FILE", required = true)
    Path out;

    public BackupVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (Store store = data.open()) {
            Backup backup = Backup.write(store, data.files(), out);
            session.say(
                    Text.of(
                            "已备份 %,d 行（表版本 %s）：".formatted(backup.rows(), backup.schema()),
                            "%,d rows backed up (tables of version %s): ".formatted(backup.rows(), backup.schema())),
                    out.toString());
            AuditVerifyVerb.sayHead(session, backup.head());
        }
        return 0;
    }
}
