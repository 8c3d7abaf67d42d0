package org.signalup.cli.internal.lake;

import java.util.concurrent.Callable;
import org.signalup.cli.internal.Session;
import org.signalup.domain.Text;
import org.signalup.lake.Lake;
import org.signalup.lake.Lake.Changed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code signalup lake withdraw}: takes a batch out. */
@Command(name = "withdraw", sortOptions = false)
final class LakeWithdrawVerb implements Callable<Integer> {
    private final Session session;

    @Mixin
    WriteOptions write = new WriteOptions();

    @Mixin
    EngineOptions compute = new EngineOptions();

    @Parameters(paramLabel = "BATCH", descriptionKey = "batch")
    String batch;

    LakeWithdrawVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Lake lake = write.open();
        Changed changed = compute.with(write, engine -> lake.withdraw(batch, engine));
        String dates = AddedText.dates(changed.dates());
        session.say(Text.of(
                "批次 %s 已撤回：文件 %d 个，%,d 行；%s".formatted(batch, changed.files(), changed.rows(), dates),
                "batch %s withdrawn: %d files, %,d rows; %s".formatted(batch, changed.files(), changed.rows(), dates)));
        return 0;
    }
}
