package org.signalup.people.attachment;

import java.util.Set;
import org.apache.tika.Tika;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.people.PeoplePolicy;

/** What may be attached: documents, tables and pictures, told by their content; nothing a browser or a computer would run. */
final class AttachmentRules {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Set<String> KINDS = Set.of(
            "application/pdf",
            "image/png",
            "image/jpeg",
            "image/webp",
            "text/plain",
            "text/csv",
            OFFICE + "spreadsheetml.sheet",
            OFFICE + "wordprocessingml.document",
            OFFICE + "presentationml.presentation");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ENDING = 6;
    private static final int MEGABYTE = 1 << 20;
    private static final Tika TIKA = new Tika();

    private AttachmentRules() {}

    /** The media type, of what may be attached. */
    static String check(String name, byte[] content, PeoplePolicy policy) {
        if (content.length == 0) {
            throw refused(name, "FILE_EMPTY", "文件为空", "the file is empty");
        }
        int most = policy.largestAttachmentMegabytes();
        if (content.length > most * MEGABYTE) {
            throw refused(name, "FILE_TOO_LARGE", "文件超过 " + most + " MB", "the file is larger than " + most + " MB");
        }
        String kind = TIKA.detect(content, name);
        if (!KINDS.contains(kind)) {
            throw refused(
                    name,
                    "FILE_KIND",
                    "不收这种文件（内容是 " + kind + "；应为 PDF、图片 PNG/JPEG/WebP、表格或文档 XLSX/DOCX/PPTX、文本 TXT/CSV）",
                    "is not taken (its content is " + kind
                            + "; expected: PDF, picture PNG/JPEG/WebP, document XLSX/DOCX/PPTX, text TXT/CSV)");
        }
        return kind;
    }

    /** A name for people: no folders, no invisible characters. */
    static String name(String given) {
        String last = given.replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                .strip();
        if (last.isEmpty()) {
            throw refused(given, "NAME_MISSING", "文件没有名字", "the file has no name");
        }
        return last.codePointCount(0, last.length()) <= LONGEST_NAME ? last : shortened(last);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot >= 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - ending.length())) + ending;
    }

    private static RefusedException refused(String name, String code, String zh, String en) {
        return new RefusedException(new Problem(name, 0, "file", "", code, Text.of(zh, en)));
    }
}
