package org.signalup.cli.internal.platform;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.UsageException;
import org.signalup.domain.Text;
import org.signalup.store.AuditChain;
import org.signalup.store.AuditChain.Broken;
import org.signalup.store.AuditChain.Checked;
import org.signalup.store.AuditChain.Head;
import org.signalup.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalup audit verify}: whether the record of changes is the one that was written. */
@Command(name = "verify", sortOptions = false)
final class AuditVerifyVerb implements Callable<Integer> {
    private static final Pattern HEAD = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    private final Session session;

    @Mixin
    DataOption data = new DataOption();

    @Option(names = "--head", paramLabel = "N:SHA256")
    String head;

    AuditVerifyVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Optional<Head> noted = Optional.ofNullable(head).map(AuditVerifyVerb::parse);
        try (Store store = data.open()) {
            Checked checked = AuditChain.check(store, noted);
            checked.broken().ifPresent(this::say);
            session.say(Text.of(
                    "核对操作记录 %,d 条".formatted(checked.rows()),
                    "%,d entries of the record read".formatted(checked.rows())));
            if (checked.broken().isEmpty()) {
                session.say(Text.of("操作记录完好", "the record is sound"));
                sayHead(session, checked.head());
            }
            return checked.broken().isPresent() ? 1 : 0;
        }
    }

    private static Head parse(String text) {
        Matcher matcher = HEAD.matcher(text);
        if (!matcher.matches()) {
            throw new UsageException(Text.of(
                    "--head：“" + text + "”应为 序号:SHA-256，如本命令上次所印",
                    "--head: “" + text + "” should be NUMBER:SHA-256 as this verb printed it before"));
        }
        return new Head(Long.parseLong(matcher.group(1)), matcher.group(2));
    }

    static void sayHead(Session session, Head head) {
        if (head.seq() > 0) {
            session.say(
                    Text.of(
                            "末条（请另处留存，下次用 --head 对照）：",
                            "last entry (note it elsewhere, compare with --head next time): "),
                    head.seq() + ":" + head.chain());
        }
    }

    private void say(Broken broken) {
        Text what = switch (broken.kind()) {
            case ALTERED -> Text.of("内容或摘要被改动", "its content or digest was altered");
            case MISSING -> Text.of("它之前的记录缺失", "entries before it are missing");
            case SHORTENED -> Text.of("记录在它之前就结束了：末尾被删", "the record ends before it: its end was cut off");
            case REWRITTEN -> Text.of("与留存的摘要不符：记录被重写", "it is not the one noted: the record was written anew");
        };
        session.warn(Text.of(
                "第 " + broken.seq() + " 条：" + what.zh() + " [" + broken.kind() + "]",
                "entry " + broken.seq() + ": " + what.en() + " [" + broken.kind() + "]"));
    }
}
