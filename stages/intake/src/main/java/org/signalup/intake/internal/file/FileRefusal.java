package org.signalup.intake.internal.file;

import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.intake.RefusalCode;

/** The file cannot be read as samples. Caught where all files are looked at, so that every file's problem is told. */
public final class FileRefusal extends RuntimeException {
    private final transient RefusalCode code;
    private final long row;
    private final String column;
    private final transient Text detail;

    public FileRefusal(RefusalCode code) {
        this(code, 0, "", Text.same(""));
    }

    public FileRefusal(RefusalCode code, Text detail) {
        this(code, 0, "", detail);
    }

    /** @param detail said after the code's own text; may be empty */
    public FileRefusal(RefusalCode code, long row, String column, Text detail) {
        super(code.name());
        this.code = code;
        this.row = row;
        this.column = column;
        this.detail = detail;
    }

    public RefusalCode code() {
        return code;
    }

    /** The problem as told to the user, for the file named {@code file}. */
    public Problem problem(String file) {
        Text message = detail.en().isEmpty()
                ? code.text()
                : Text.of(code.text().zh() + "：" + detail.zh(), code.text().en() + ": " + detail.en());
        return new Problem(file, row, column, "", code.name(), message);
    }
}
