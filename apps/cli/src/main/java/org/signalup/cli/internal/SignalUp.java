package org.signalup.cli.internal;

import org.signalup.domain.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code signalup}: options that every verb understands. */
@Command(name = "signalup", versionProvider = SignalUp.Version.class, synopsisSubcommandLabel = "VERB")
final class SignalUp extends VerbGroup {
    static final Text TITLE = Text.of("SignalUp 升格", "SignalUp");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    boolean version;

    @Option(names = LanguageChoice.OPTION, paramLabel = "zh|en", scope = ScopeType.INHERIT)
    void setLanguage(String code) {
        if (LanguageChoice.find(code).isEmpty()) {
            throw new UsageException(
                    Text.of("--lang: " + code + "（应为 zh 或 en）", "--lang: " + code + " (expected: zh or en)"));
        }
    }

    /** Name and version, from the jar the classes came from. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "signalup " + number() + " (Java " + Runtime.version().feature() + ")"
            };
        }

        static String number() {
            String version = SignalUp.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }
    }
}
