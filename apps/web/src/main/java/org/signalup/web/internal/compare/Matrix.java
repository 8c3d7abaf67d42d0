package org.signalup.web.internal.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signalup.domain.Verdict;
import org.signalup.web.internal.compare.Flip.Cause;

/** Flips counted: from which verdict to which, and by what. */
public record Matrix(Map<String, Integer> flows, Map<Cause, Integer> causes, int unexplained) {
    /** Where there was no verdict because it was not listed. */
    static final String UNLISTED = "UNLISTED";

    static Matrix of(List<Flip> flips) {
        Map<String, Integer> flows = new LinkedHashMap<>();
        Map<Cause, Integer> causes = new LinkedHashMap<>();
        int unexplained = 0;
        for (Flip flip : flips) {
            flows.merge(key(flip), 1, Integer::sum);
            flip.causes().forEach(cause -> causes.merge(cause, 1, Integer::sum));
            unexplained += flip.causes().isEmpty() ? 1 : 0;
        }
        return new Matrix(flows, causes, unexplained);
    }

    static String key(Flip flip) {
        return key(flip.before()) + "-" + key(flip.after());
    }

    private static String key(Flip.Outcome outcome) {
        return outcome.verdict().map(Verdict::code).orElse(UNLISTED);
    }

    /** How many went from one to the other; only stars changed on the diagonal. */
    public int count(String from, String to) {
        return flows.getOrDefault(from + "-" + to, 0);
    }

    /** Rows and columns: verdicts, and what was not listed if there is any. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            words.add(verdict.code());
        }
        if (flows.keySet().stream().anyMatch(key -> key.contains(UNLISTED))) {
            words.add(UNLISTED);
        }
        return words;
    }
}
