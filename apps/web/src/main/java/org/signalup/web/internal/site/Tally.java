package org.signalup.web.internal.site;

/** How many places (or km, or lines) have which verdict; passes by evidence, never merged. */
public record Tally(
        double listed, double passedA, double passedB, double passedC, double retest, double failed, double open) {
    public double passed() {
        return passedA + passedB + passedC;
    }
}
