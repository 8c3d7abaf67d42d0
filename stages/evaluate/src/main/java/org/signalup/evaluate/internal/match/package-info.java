/** Which samples count where: targets indexed by grid cell, and the portable SQL that joins samples to them. */
package org.signalup.evaluate.internal.match;
