package org.signalup.standards;

/** Where a number comes from and how sure that is: marks A, B, C, M, O of the programme's sources. */
public record Citation(String source, String mark) {}
