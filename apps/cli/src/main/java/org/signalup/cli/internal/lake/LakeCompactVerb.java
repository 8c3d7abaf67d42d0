package org.signalup.cli.internal.lake;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.Words;
import org.signalup.domain.Text;
import org.signalup.lake.Lake;
import org.signalup.lake.Lake.Changed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalup lake compact}: joins the small files of a date. */
@Command(name = "compact", sortOptions = false)
final class LakeCompactVerb implements Callable<Integer> {
    private final Session session;

    @Mixin
    WriteOptions write = new WriteOptions();

    @Option(names = "--date", paramLabel = "DATE")
    String date;

    @Mixin
    EngineOptions compute = new EngineOptions();

    LakeCompactVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Optional<LocalDate> only = Words.date("--date", date);
        Lake lake = write.open();
        Changed changed = compute.with(write, engine -> lake.compact(only, engine));
        if (changed.dates().isEmpty()) {
            session.say(Text.of("没有可合并的文件", "nothing to join"));
            return 0;
        }
        String dates = AddedText.dates(changed.dates());
        int after = changed.dates().size();
        session.say(Text.of(
                "合并 %d 个文件为 %d 个，%,d 行；%s".formatted(changed.parts(), after, changed.rows(), dates),
                "joined %d files to %d, %,d rows; %s".formatted(changed.parts(), after, changed.rows(), dates)));
        return 0;
    }
}
