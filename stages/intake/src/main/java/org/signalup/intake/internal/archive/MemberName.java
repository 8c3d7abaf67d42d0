package org.signalup.intake.internal.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.signalup.intake.internal.file.InputFiles;

/** The names of members. They are never the name of a file we write, only what reports call it. */
final class MemberName {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Set<String> LEFTOVERS = Set.of("thumbs.db", "desktop.ini");
    private static final int LONGEST = 1_000;
    private static final int LONGEST_SHOWN = 100;

    private MemberName() {}

    /** UTF-8 where it is, else the code page of Chinese Windows. */
    static String decode(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, CHINESE);
        }
    }

    /** Whether somebody tries to write outside of a folder, or to hide what the name is. */
    static boolean unsafe(String name) {
        String path = name.replace('\\', '/');
        boolean absolute = path.startsWith("/") || path.matches("[A-Za-z]:.*");
        boolean climbs = path.equals("..") || path.startsWith("../") || path.contains("/../") || path.endsWith("/..");
        return absolute
                || climbs
                || path.isBlank()
                || path.length() > LONGEST
                || path.codePoints()
                        .anyMatch(c -> Character.getType(c) == Character.FORMAT || Character.isISOControl(c));
    }

    /** The name without what would not be seen. */
    static String shown(String name) {
        String visible = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return visible.length() > LONGEST_SHOWN ? visible.substring(0, LONGEST_SHOWN) + "…" : visible;
    }

    /** With slashes, without a leading {@code ./}. */
    static String plain(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("./") ? path.substring(2) : path;
    }

    /** What systems and office programs leave beside the files of people. */
    static boolean leftover(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return name.startsWith("__MACOSX/")
                || name.contains("/__MACOSX/")
                || InputFiles.unseen(last)
                || LEFTOVERS.contains(last.toLowerCase(Locale.ROOT));
    }
}
