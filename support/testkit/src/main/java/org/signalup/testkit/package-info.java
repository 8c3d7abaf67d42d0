/**
 * What every engine is held against: the slow, obvious reference evaluator, seeded random worlds and the contract
 * suite. Starting points: {@link org.signalup.testkit.ReferenceEvaluator}, {@link org.signalup.testkit.ContractSuite}.
 */
package org.signalup.testkit;
