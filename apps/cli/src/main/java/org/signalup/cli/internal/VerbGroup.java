package org.signalup.cli.internal;

import java.util.concurrent.Callable;
import org.signalup.domain.Text;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A verb that only holds others; called alone it names them. */
public abstract class VerbGroup implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        String names = String.join(" ", spec.subcommands().keySet());
        throw new UsageException(Text.of("缺少动词；可用：" + names, "a verb is missing; there are: " + names));
    }
}
