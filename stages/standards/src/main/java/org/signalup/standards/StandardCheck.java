package org.signalup.standards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.signalup.domain.Problem;
import org.signalup.domain.RefusedException;
import org.signalup.standards.internal.ReferenceCheck;
import org.signalup.standards.internal.SenseCheck;

/** Whether a standard that reads well also makes sense, alone and together with its programme. */
public final class StandardCheck {
    private StandardCheck() {}

    /** Problems of the standard alone: impossible shares, levels, orders, dates, things without a rule. */
    public static List<Problem> problems(Standard standard, String file) {
        return new SenseCheck(standard, file, linesOf(file)).problems();
    }

    /** As above, and every scenario, key-point kind and operator it names must be the programme's. */
    public static List<Problem> problems(Standard standard, String file, Programme programme) {
        List<Problem> all = new ArrayList<>(problems(standard, file));
        all.addAll(new ReferenceCheck(standard, programme, file, linesOf(file)).problems());
        return all;
    }

    static void refuseNonsense(Standard standard, String file) {
        List<Problem> problems = problems(standard, file);
        if (!problems.isEmpty()) {
            throw new RefusedException(problems);
        }
    }

    /** Lines of the file; 0 for all when it is not there to be looked into. */
    private static ToIntFunction<String> linesOf(String file) {
        if (!Files.isRegularFile(Path.of(file))) {
            return path -> 0;
        }
        return StrictYaml.read(Path.of(file))::lineOf;
    }
}
