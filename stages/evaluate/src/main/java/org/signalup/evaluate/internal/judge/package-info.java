/**
 * The mathematics of a judgement: tallies in, verdicts out. Nothing here reads files, knows an engine or holds a number
 * of policy. Starting points: {@link org.signalup.evaluate.internal.judge.TargetJudge}, then {@link
 * org.signalup.evaluate.internal.judge.PlaceJudge} and {@link org.signalup.evaluate.internal.judge.LineJudge}.
 */
package org.signalup.evaluate.internal.judge;
