package org.signalup.cli.internal.lake;

import java.util.concurrent.Callable;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.Words;
import org.signalup.domain.Text;
import org.signalup.lake.Lake;
import org.signalup.lake.Lake.Changed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalup lake forget}: erases a device. */
@Command(name = "forget", sortOptions = false)
final class LakeForgetVerb implements Callable<Integer> {
    private final Session session;

    @Mixin
    WriteOptions write = new WriteOptions();

    @Option(names = "--device", paramLabel = "ID", required = true)
    String device;

    @Mixin
    KeyOptions keys = new KeyOptions();

    @Mixin
    EngineOptions compute = new EngineOptions();

    LakeForgetVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (Words.text(device).isEmpty()) {
            throw Words.wrong("--device", device, Text.of("终端编号", "the id of a device"));
        }
        Lake lake = write.open();
        Changed changed = compute.with(write, engine -> lake.forget(device, keys.known(), engine));
        String dates = AddedText.dates(changed.dates());
        session.say(Text.of(
                "已抹去 %,d 行（文件 %d 个）；%s".formatted(changed.rows(), changed.files(), dates),
                "%,d rows erased (of %d files); %s".formatted(changed.rows(), changed.files(), dates)));
        return 0;
    }
}
