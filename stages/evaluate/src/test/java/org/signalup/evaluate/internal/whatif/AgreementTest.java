package org.signalup.evaluate.internal.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signalup.domain.Evidence;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.internal.judge.Decided;

class AgreementTest {
    private static final Decided PASS_A = Decided.of(Verdict.PASS, Evidence.A);
    private static final Decided PASS_B = Decided.of(Verdict.PASS, Evidence.B);
    private static final Decided FAIL_A = Decided.of(Verdict.FAIL, Evidence.A);
    private static final Decided FAIL_C = Decided.of(Verdict.FAIL, Evidence.C);
    private static final Decided RETEST = Decided.of(Verdict.RETEST, Evidence.C);

    private static List<Decided> outcomes() {
        List<Decided> outcomes = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (verdict.open()) {
                outcomes.add(Decided.open(verdict));
            } else {
                for (Evidence evidence : Evidence.values()) {
                    outcomes.add(Decided.of(verdict, evidence));
                }
            }
        }
        return outcomes;
    }

    @Test
    void askingForAllOperatorsIsThePlaceRule() {
        for (Decided one : outcomes()) {
            for (Decided two : outcomes()) {
                for (Decided three : outcomes()) {
                    List<Decided> operators = List.of(one, two, three);
                    assertThat(Agreement.of(operators, 3))
                            .as("%s", operators)
                            .isEqualTo(Decided.byPlaceRule(operators));
                }
            }
        }
    }

    @Test
    void askingForFewerNeverTakesAPassAway() {
        for (Decided one : outcomes()) {
            for (Decided two : outcomes()) {
                List<Decided> operators = List.of(one, two);
                boolean both = Agreement.of(operators, 2).verdict() == Verdict.PASS;
                boolean either = Agreement.of(operators, 1).verdict() == Verdict.PASS;
                assertThat(either || !both).as("%s", operators).isTrue();
            }
        }
    }

    @Test
    void twoOfThreePassOnTheEvidenceOfTheSecondBest() {
        assertThat(Agreement.of(List.of(FAIL_A, PASS_B, PASS_A), 2)).isEqualTo(PASS_B);
    }

    @Test
    void itFailsOnlyOnceEnoughPassesAreOutOfReach() {
        assertThat(Agreement.of(List.of(FAIL_A, FAIL_C, PASS_A), 2)).isEqualTo(FAIL_C);
        assertThat(Agreement.of(List.of(FAIL_A, RETEST, PASS_A), 2)).isEqualTo(RETEST);
        assertThat(Agreement.of(List.of(FAIL_A, Decided.NOT_MEASURED, PASS_A), 2))
                .isEqualTo(Decided.open(Verdict.UNDECIDED));
    }

    @Test
    void nothingMeasuredStaysNotMeasured() {
        assertThat(Agreement.of(List.of(Decided.NOT_MEASURED, Decided.NOT_MEASURED), 1))
                .isEqualTo(Decided.NOT_MEASURED);
        assertThat(Agreement.of(List.of(), 1)).isEqualTo(Decided.NOT_MEASURED);
    }
}
