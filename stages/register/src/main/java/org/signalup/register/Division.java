package org.signalup.register;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 行政区划: a code with its name while it is valid.
 *
 * @param parent code of the division it belongs to; empty = none stated
 * @param from first day it is valid; empty = always was
 * @param to last day; empty = still is
 */
public record Division(
        String code, String name, String parent, Optional<LocalDate> from, Optional<LocalDate> to, int version) {}
