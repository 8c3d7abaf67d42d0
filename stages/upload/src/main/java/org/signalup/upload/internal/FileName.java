package org.signalup.upload.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.signalup.domain.Text;

/** Names that browsers and programs send: the last part of a path, nothing that a folder cannot hold. */
final class FileName {
    private static final int MOST_BYTES = 200;
    private static final Pattern STRANGE =
            Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}\u202A-\u202E\u2066-\u2069]");

    private FileName() {}

    static String of(String sent) {
        return sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .strip();
    }

    /** What is wrong with a name. */
    static Optional<Text> wrong(String name) {
        if (name.isEmpty() || name.startsWith(".") || STRANGE.matcher(name).find()) {
            return Optional.of(Text.of(
                    "文件名不能用：应为可见字符，且不以点开头", "the name cannot be used: expected visible characters, no dot in front"));
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        return bytes <= MOST_BYTES
                ? Optional.empty()
                : Optional.of(Text.of("文件名太长（最多约 60 个汉字）", "the name is too long (200 bytes at most)"));
    }
}
