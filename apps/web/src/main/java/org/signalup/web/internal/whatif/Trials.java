package org.signalup.web.internal.whatif;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import org.signalup.evaluate.WhatIf;
import org.signalup.evaluate.WhatIf.Answer;
import org.signalup.evaluate.WhatIf.Change;
import org.signalup.web.internal.catalog.OpenEvaluation;
import org.springframework.stereotype.Component;

/** The evaluation last tried, in memory, and the latest answers about it. Let go when memory is short. */
@Component
final class Trials {
    private static final int KEPT = 8;

    /** One loaded evaluation. */
    private static final class Loaded {
        private final String stamp;
        private final WhatIf whatIf;
        private final Map<Change, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);

        private Loaded(String stamp, WhatIf whatIf) {
            this.stamp = stamp;
            this.whatIf = whatIf;
        }
    }

    private SoftReference<Loaded> last = new SoftReference<>(null);

    /** What a change gives; the first question about an evaluation takes its matches into memory. */
    synchronized Answer answer(OpenEvaluation evaluation, Change change) {
        Loaded loaded = loaded(evaluation);
        Answer answer = loaded.answers.computeIfAbsent(change, loaded.whatIf::answer);
        if (loaded.answers.size() > KEPT) {
            loaded.answers.remove(loaded.answers.keySet().iterator().next());
        }
        return answer;
    }

    private Loaded loaded(OpenEvaluation evaluation) {
        String stamp = evaluation.id() + "\n" + evaluation.entry().stamp();
        Loaded loaded = last.get();
        if (loaded == null || !loaded.stamp.equals(stamp)) {
            last.clear();
            loaded = new Loaded(stamp, WhatIf.load(evaluation.tables(), evaluation.standard()));
            last = new SoftReference<>(loaded);
        }
        return loaded;
    }
}
