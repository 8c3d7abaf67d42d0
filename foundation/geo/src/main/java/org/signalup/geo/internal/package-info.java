/** Closed: formulas and indexes behind the public face. */
package org.signalup.geo.internal;
