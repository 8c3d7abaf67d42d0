package org.signalup.ledger;

import java.nio.file.Path;
import org.signalup.domain.RefusedException;
import org.signalup.ledger.internal.read.LedgerFolder;
import org.signalup.standards.Programme;

/**
 * Reads a ledger folder: {@code places}, {@code keypoints} (CSV, CSV.gz or XLSX), {@code lines.geojson} and the optional
 * {@code divisions} and {@code instruments}. Files, columns and headings: the file contract.
 */
public final class LedgerReader {
    private LedgerReader() {}

    /**
     * Reads and checks.
     *
     * @throws RefusedException with every error when the ledger cannot be used
     */
    public static Ledger read(Path dir, Programme programme) {
        LedgerCheck check = check(dir, programme);
        return check.ledger().orElseThrow(() -> new RefusedException(check.errors()));
    }

    /** Reads and checks; never throws for what is in the files. */
    public static LedgerCheck check(Path dir, Programme programme) {
        return new LedgerFolder(dir, programme).check();
    }
}
