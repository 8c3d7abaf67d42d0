package org.signalup.evaluate.internal.quality;

import org.signalup.domain.ServiceLevel;

/**
 * How a KPI of a service was graded.
 *
 * @param level by all its sessions
 * @param datesPoor dates whose sessions alone are worse than fair, however few; 0 where nobody asks
 */
public record GradedKpi(ServiceLevel level, int datesPoor) {
    public boolean poor() {
        return level == ServiceLevel.POOR;
    }
}
