package org.signalup.upload;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.signalup.domain.Coded;
import org.signalup.domain.Problem;
import org.signalup.domain.Purpose;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Source;
import org.signalup.domain.Text;
import org.signalup.intake.Correction;
import org.signalup.intake.SampleColumn;
import org.signalup.lake.SourceBasis;

/**
 * What whoever brings files says of them. Purpose and source stand in where the files say nothing; empty = they need not.
 *
 * @param basis name of a {@link SourceBasis.Kind}
 * @param purpose code of a {@link Purpose}, or empty
 * @param source code of a {@link Source}, or empty
 * @param crs of files that do not say their own; empty = they do
 * @param profile id of the profile every file is read with; empty = told from each file
 * @param note for people
 */
public record UploadOrder(String basis, String purpose, String source, String crs, String profile, String note) {
    private static final int LONGEST = 500;

    /** @throws RefusedException with everything that is wrong */
    public void check() {
        List<Problem> problems = new ArrayList<>();
        if (findBasis().isEmpty()) {
            problems.add(wrong("basis", basis, Text.of("请选择来源依据", "choose by what right you have the data")));
        }
        checkCode("purpose", purpose, Purpose.values(), problems);
        checkCode("source", source, Source.values(), problems);
        if (profile.length() > LONGEST || note.length() > LONGEST) {
            problems.add(
                    wrong("note", "", Text.of("不超过 " + LONGEST + " 字", "no more than " + LONGEST + " characters")));
        }
        try {
            new Correction(false, crs, "", "").check();
        } catch (RefusedException refused) {
            problems.addAll(refused.problems());
        }
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
    }

    private static void checkCode(String field, String value, Coded[] known, List<Problem> problems) {
        if (!value.isEmpty() && Stream.of(known).noneMatch(one -> one.code().equals(value))) {
            String codes = String.join(" ", Stream.of(known).map(Coded::code).toList());
            problems.add(wrong(field, value, Text.of("应为 " + codes, "expected: " + codes)));
        }
    }

    static Problem wrong(String field, String value, Text text) {
        return new Problem("", 0, field, value, "UPLOAD_FIELD", text);
    }

    /** What stands where rows and profiles say nothing. */
    Map<SampleColumn, String> standIns() {
        Map<SampleColumn, String> all = new EnumMap<>(SampleColumn.class);
        if (!purpose.isEmpty()) {
            all.put(SampleColumn.PURPOSE, purpose);
        }
        if (!source.isEmpty()) {
            all.put(SampleColumn.SOURCE, source);
        }
        return all;
    }

    /** The ground on which the samples are kept. */
    public SourceBasis.Kind ground() {
        return findBasis().orElseThrow();
    }

    private Optional<SourceBasis.Kind> findBasis() {
        return SourceBasis.Kind.ofFiles().stream()
                .filter(kind -> kind.name().equals(basis))
                .findFirst();
    }
}
