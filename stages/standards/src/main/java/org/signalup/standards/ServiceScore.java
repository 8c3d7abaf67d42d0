package org.signalup.standards;

/**
 * 业务得分: how service sessions make the parts SERVICE and VOICE of a score.
 *
 * @param fairPoints what a fair KPI counts under KPI_GRADES, a good one counting 1 and a poor one 0
 * @param minGraded under KPI_GRADES, the least share of a service's limited KPIs that must be graded; with fewer the service was not
 *     measured, so that telling less never earns more
 */
public record ServiceScore(Rule rule, double fairPoints, double minGraded) {
    /** By the success share alone. */
    public static final ServiceScore OF_SUCCESS = new ServiceScore(Rule.SUCCESS, 0, 0);

    /** What the points of a service rest on. */
    public enum Rule {
        /** The success share, linear between the poor and the good end. */
        SUCCESS,
        /** The mean of the graded KPIs; a service without limits of KPIs by its success share. */
        KPI_GRADES
    }
}
