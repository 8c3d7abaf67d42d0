package org.signalup.cli.internal.lake;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.signalup.cli.internal.ReadOptions;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.UsageException;
import org.signalup.cli.internal.terminal.Terminal;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.Text;
import org.signalup.intake.IntakeOptions;
import org.signalup.intake.IntakeReport.FileReport;
import org.signalup.lake.Lake;
import org.signalup.lake.Lake.Repaired;
import org.signalup.lake.Lake.Verification;
import org.signalup.lake.LakeFinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalup lake verify}: compares every file with the manifest, and repairs what can be repaired. */
@Command(name = "verify", sortOptions = false)
final class LakeVerifyVerb implements Callable<Integer> {
    private final Session session;

    @Mixin
    WriteOptions write = new WriteOptions();

    @Option(names = "--repair")
    boolean repair;

    @Option(names = "--from", paramLabel = "PATH", arity = "1..*")
    List<Path> from = List.of();

    @Mixin
    ReadOptions read = new ReadOptions();

    @Mixin
    EngineOptions compute = new EngineOptions();

    LakeVerifyVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!from.isEmpty() && !repair) {
            throw new UsageException(Text.of("--from 要与 --repair 一起用", "--from goes with --repair"));
        }
        Lake lake = write.open();
        return repair ? repair(lake) : say(lake.verify());
    }

    private int repair(Lake lake) {
        IntakeOptions options = read.intake(session, read.programme(session), ProgressListener.NONE);
        Repaired repaired = compute.with(write, engine -> lake.repair(from, options, engine));
        say(repaired.found());
        repaired.withdrawn().forEach(batch -> session.say(Text.of("已取出受损批次：", "damaged batch taken out: "), batch));
        for (FileReport file : repaired.addedAgain()) {
            session.say(Text.of("已重新读入：", "read again: "), Terminal.clean(file.file()));
        }
        for (FileReport file : repaired.missing()) {
            session.warn(Text.of(
                    "须重新加入：" + Terminal.clean(file.file()) + "（SHA-256 " + file.digest() + "）",
                    "must be added again: " + Terminal.clean(file.file()) + " (SHA-256 " + file.digest() + ")"));
        }
        if (repaired.missing().isEmpty()) {
            session.say(Text.of("数据湖完好", "the lake is sound"));
        }
        return repaired.missing().isEmpty() ? 0 : 1;
    }

    /** Names every finding; what a broken-off write left behind is no damage. */
    private int say(Verification verification) {
        boolean sound = true;
        for (LakeFinding finding : verification.findings()) {
            session.warn(Text.of(
                    line(finding, finding.kind().text().zh()),
                    line(finding, finding.kind().text().en())));
            sound &= finding.kind() == LakeFinding.Kind.LEFTOVER;
        }
        session.say(Text.of(
                "核对文件 %d 个，%,d 字节；另有可重算的汇总统计量 %,d 字节"
                        .formatted(verification.files(), verification.bytes(), verification.derivedBytes()),
                "%d files looked at, %,d bytes; beside them %,d bytes of tallies, which can be computed again"
                        .formatted(verification.files(), verification.bytes(), verification.derivedBytes())));
        if (!sound && !repair) {
            session.warn(Text.of("可修复的用 lake verify --repair 修复", "lake verify --repair repairs what can be repaired"));
        }
        return sound ? 0 : 1;
    }

    private static String line(LakeFinding finding, String text) {
        return Terminal.clean(finding.path()) + ": " + text + " [" + finding.kind() + "]";
    }
}
