package org.signalup.cli.internal.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.UsageException;
import org.signalup.domain.Text;
import org.signalup.store.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalup restore}: a backup into a database that holds nothing yet. */
@Command(name = "restore", sortOptions = false)
public final class RestoreVerb implements Callable<Integer> {
    private final Session session;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--from", paramLabel = "FILE", required = true)
    Path from;

    public RestoreVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(from)) {
            throw new UsageException(Text.of("--from：没有文件 " + from, "--from: there is no file " + from));
        }
        Backup backup = Backup.restore(from, data.files(), data.settings());
        session.say(Text.of(
                "已恢复 %,d 行（备份时表版本 %s）".formatted(backup.rows(), backup.schema()),
                "%,d rows restored (tables of version %s when backed up)".formatted(backup.rows(), backup.schema())));
        session.say(
                Text.of(
                        "湖中样本和评测批次是文件，请一并拷回；随后用 lake verify 与恢复的清单核对",
                        "samples of the lake and evaluations are files: copy them back as well, then compare with the restored manifest by lake verify"));
        return 0;
    }
}
