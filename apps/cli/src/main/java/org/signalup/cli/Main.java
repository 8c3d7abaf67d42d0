package org.signalup.cli;

import java.util.Map;
import org.signalup.cli.internal.Verbs;
import org.signalup.cli.internal.terminal.Terminal;

/**
 * The only {@code main}. Exit codes: 0 every file was read, 1 an input was refused (all problems on stderr, nothing
 * written), 2 wrong usage.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofSystem();
        int exitCode = run(arguments, System.getenv(), terminal);
        terminal.flush();
        if (exitCode != 0 || !yarnWaits()) {
            System.exit(exitCode);
        }
    }

    /** YARN runs {@code main} in a process of its own, and takes one that exits for one that failed. */
    private static boolean yarnWaits() {
        return "yarn".equals(System.getProperty("spark.master"))
                && "cluster".equals(System.getProperty("spark.submit.deployMode"));
    }

    static int run(String[] arguments, Map<String, String> environment, Terminal terminal) {
        try {
            return Verbs.commandLine(arguments, environment, terminal).execute(arguments);
        } catch (OutOfMemoryError e) {
            terminal.err().println("内存不足，没有写出任何结果；可设 JAVA_OPTS=-Xmx4g 再试。");
            terminal.err().println("Out of memory, nothing was written; try again with JAVA_OPTS=-Xmx4g.");
            return 1;
        }
    }
}
