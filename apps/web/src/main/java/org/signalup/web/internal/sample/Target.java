package org.signalup.web.internal.sample;

import java.util.Map;
import org.signalup.domain.Rat;
import org.signalup.standards.Standard.Limit;

/**
 * What a sample counted for.
 *
 * @param id of the key point, or the chainage of the bin
 */
public record Target(String id, String name, Map<Rat, Limit> limits) {}
