package org.signalup.standards;

import org.signalup.domain.Text;

/** 点位类型 with the defaults a ledger row may leave out. */
public record PointKind(String code, Text name, double radiusM, boolean indoor) {}
