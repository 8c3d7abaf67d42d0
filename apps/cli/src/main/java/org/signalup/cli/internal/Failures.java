package org.signalup.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signalup.cli.internal.terminal.Style;
import org.signalup.cli.internal.terminal.Terminal;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said, and which exit code is given, when a verb does not end well. */
final class Failures {
    static final int REFUSED = 1;
    static final int USAGE = 2;

    private final Session session;
    private final PrintStream err;

    Failures(Session session) {
        this.session = session;
        this.err = session.terminal().err();
    }

    /** Called by the parser. The arguments are not needed: the exception knows what was wrong with them. */
    int usage(ParameterException exception, String[] arguments) {
        if (exception.getCause() instanceof UsageException cause) {
            String name = exception.getArgSpec() == null ? "" : name(exception.getArgSpec()) + ": ";
            Text text = Text.of(name + cause.text().zh(), name + cause.text().en());
            return usage(text, exception.getCommandLine());
        }
        return usage(text(exception), exception.getCommandLine());
    }

    private int usage(Text text, CommandLine verb) {
        heading(Text.of("用法错误", "Usage error"));
        err.println("  " + Terminal.clean(text.in(session.language())));
        String page = verb.getCommandSpec().qualifiedName() + " --help";
        session.warn(Text.of("用法见：" + page, "See: " + page));
        return USAGE;
    }

    private static Text text(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (exception instanceof MissingParameterException missing) {
            String names = Stream.concat(missing.getMissing().stream(), missingChoices(missing))
                    .distinct()
                    .map(Failures::name)
                    .collect(Collectors.joining(", "));
            return Text.of("缺少：" + names, "missing: " + names);
        }
        if (exception instanceof MutuallyExclusiveArgsException) {
            String names = exception.getCommandLine().getCommandSpec().argGroups().stream()
                    .flatMap(group -> group.args().stream())
                    .map(Failures::name)
                    .collect(Collectors.joining(", "));
            return Text.of("只能给其中之一：" + names, "only one of these can be given: " + names);
        }
        if (exception instanceof OverwrittenOptionException twice) {
            String name = name(twice.getOverwritten());
            return Text.of(name + " 只能给一次", name + " can be given only once");
        }
        return Text.same(String.valueOf(exception.getMessage()));
    }

    /** What one of which is needed: the parser tells it only after all that is needed by itself is there. */
    private static Stream<ArgSpec> missingChoices(MissingParameterException missing) {
        List<String> given = missing.getCommandLine().getParseResult().originalArgs();
        return missing.getCommandLine().getCommandSpec().argGroups().stream()
                .filter(group -> group.multiplicity().min() > 0)
                .filter(group -> group.allOptionsNested().stream()
                        .noneMatch(option -> given.stream().anyMatch(List.of(option.names())::contains)))
                .flatMap(group -> group.args().stream());
    }

    private static Text unmatched(UnmatchedArgumentException exception) {
        CommandLine verb = exception.getCommandLine();
        String first = exception.getUnmatched().get(0);
        if (!first.startsWith("-") && !verb.getSubcommands().isEmpty()) {
            return HelpVerb.unknownVerb(first, verb);
        }
        String all = String.join(" ", exception.getUnmatched());
        List<String> known = verb.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .sorted()
                .toList();
        String options = String.join(" ", known);
        return Text.of("不认识的参数 " + all + "；选项有：" + options, "unknown argument " + all + "; options are: " + options);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    /** Called for anything a verb throws. */
    int execution(Exception exception, CommandLine verb, ParseResult parsed) {
        if (exception instanceof UsageException usage) {
            return usage(usage.text(), verb);
        }
        if (exception instanceof RefusedException refused) {
            return refused(refused.problems());
        }
        heading(kind(exception));
        Throwable cause = exception instanceof UncheckedIOException ? exception.getCause() : exception;
        err.println("  " + Terminal.clean(cause.toString()));
        if (System.getenv("SIGNALUP_DEBUG") != null) {
            exception.printStackTrace(err);
        } else {
            session.warn(Text.of("设 SIGNALUP_DEBUG=1 可看详情", "SIGNALUP_DEBUG=1 shows more"));
        }
        return REFUSED;
    }

    /** What an exception nobody foresaw is about; the engine tells a full disk only in words. */
    private static Text kind(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
                return Text.of("磁盘空间不足；没有写出任何结果", "Disk full; nothing was written");
            }
            if (cause instanceof IOException) {
                return Text.of("读写失败；没有写出任何结果", "Reading or writing failed; nothing was written");
            }
        }
        return Text.of("内部错误", "Internal error");
    }

    private int refused(List<Problem> problems) {
        heading(Text.of(
                "输入未被接受，共 " + problems.size() + " 个问题；没有写出任何结果",
                "Input refused, problems: " + problems.size() + "; nothing was written"));
        for (Problem problem : problems) {
            err.println("  " + Terminal.clean(problem.line(session.language())));
        }
        return REFUSED;
    }

    private void heading(Text text) {
        err.println(session.terminal().err(Style.BAD, text.in(session.language())));
    }
}
