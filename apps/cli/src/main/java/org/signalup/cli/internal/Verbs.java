package org.signalup.cli.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.signalup.cli.internal.instrument.InstrumentVerb;
import org.signalup.cli.internal.lake.LakeVerb;
import org.signalup.cli.internal.platform.AuditVerb;
import org.signalup.cli.internal.platform.BackupVerb;
import org.signalup.cli.internal.platform.PurgeVerb;
import org.signalup.cli.internal.platform.RestoreVerb;
import org.signalup.cli.internal.profile.ProfileVerb;
import org.signalup.cli.internal.terminal.Terminal;
import org.signalup.domain.Language;
import org.signalup.ledger.LedgerTemplates;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The verbs and what they are called. */
public final class Verbs {
    private Verbs() {}

    /** The command line in the language the caller chose. */
    public static CommandLine commandLine(String[] arguments, Map<String, String> environment, Terminal terminal) {
        return commandLine(Session.of(LanguageChoice.of(arguments, environment), terminal));
    }

    static CommandLine commandLine(Session session) {
        CommandLine ledger = new CommandLine(new LedgerVerb()).addSubcommand(new LedgerCheckVerb(session));
        CommandLine standard = new CommandLine(new StandardVerb())
                .addSubcommand(new StandardCheckVerb(session))
                .addSubcommand(new StandardExplainVerb(session))
                .addSubcommand(new StandardSpecVerb(session));
        CommandLine template = new CommandLine(new TemplateVerb())
                .addSubcommand("ledger", new TemplateKindVerb(session, LedgerTemplates.Kind.LEDGER))
                .addSubcommand("samples", new TemplateKindVerb(session, LedgerTemplates.Kind.SAMPLES));
        CommandLine signalup = new CommandLine(new SignalUp());
        if (havePages()) {
            signalup.addSubcommand(new DemoVerb(session));
        }
        signalup.addSubcommand(new EvaluateVerb(session));
        if (havePages()) {
            signalup.addSubcommand(new ServeVerb(session));
        }
        signalup.addSubcommand(ledger)
                .addSubcommand(LakeVerb.commandLine(session))
                .addSubcommand(standard)
                .addSubcommand(ProfileVerb.commandLine(session))
                .addSubcommand(InstrumentVerb.commandLine(session))
                .addSubcommand(template);
        if (havePages()) {
            signalup.addSubcommand(new BackupVerb(session))
                    .addSubcommand(new RestoreVerb(session))
                    .addSubcommand(new PurgeVerb(session))
                    .addSubcommand(AuditVerb.commandLine(session));
        }
        signalup.addSubcommand(new HelpVerb(session));
        return configured(signalup, session);
    }

    /** The jar that is submitted to a cluster has none: the verbs that show them are not there either. */
    private static boolean havePages() {
        return Verbs.class.getResource("/org/signalup/web/WebServer.class") != null;
    }

    private static CommandLine configured(CommandLine signalup, Session session) {
        Terminal terminal = session.terminal();
        Failures failures = new Failures(session);
        Words.Named named = new Words.Named();
        return signalup.registerConverter(Path.class, word -> Path.of(named.convert(word)))
                .setResourceBundle(words(session.language()))
                .setOut(terminal.outWriter())
                .setErr(terminal.errWriter())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.outColours() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.max(72, Math.min(terminal.columns(), 110)))
                .setUsageHelpLongOptionsMaxWidth(30)
                .setUnmatchedOptionsArePositionalParams(false)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler(failures::usage)
                .setExecutionExceptionHandler(failures::execution);
    }

    /** The words of the help pages. Read by name, so that the machine's own locale plays no part. */
    static ResourceBundle words(Language language) {
        String name = "help_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        try (Reader reader = new InputStreamReader(Verbs.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
