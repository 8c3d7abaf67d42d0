package org.signalup.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import org.signalup.cli.internal.terminal.Terminal;
import org.signalup.domain.Language;
import org.signalup.domain.Text;

/**
 * What every verb needs to know.
 *
 * @param home folder that holds {@code programme/} and {@code examples/}
 */
public record Session(Language language, Terminal terminal, Path home) {
    static Session of(Language language, Terminal terminal) {
        return new Session(language, terminal, findHome());
    }

    Path programmeFolder() {
        return home.resolve("programme");
    }

    public void say(Text text) {
        terminal.out().println(text.in(language));
    }

    /** A label in the caller's language and what follows it. */
    public void say(Text label, String rest) {
        terminal.out().println(label.in(language) + rest);
    }

    public void warn(Text text) {
        terminal.err().println(text.in(language));
    }

    /** The launcher tells; without it the nearest folder upwards that holds a programme. */
    private static Path findHome() {
        String told = System.getProperty("signalup.home");
        if (told != null) {
            return Path.of(told);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("programme"))) {
                return folder;
            }
        }
        return here;
    }
}
