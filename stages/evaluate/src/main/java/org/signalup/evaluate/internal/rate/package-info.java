/**
 * What is made of verdicts and tests: rates, services, scores and stars, progress towards the programme's goals. Starting
 * points: {@link org.signalup.evaluate.internal.rate.RateJudge}, {@link
 * org.signalup.evaluate.internal.rate.StarsJudge}, {@link org.signalup.evaluate.internal.rate.ProgressJudge}.
 */
package org.signalup.evaluate.internal.rate;
