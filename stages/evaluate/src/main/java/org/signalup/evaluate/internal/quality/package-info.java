/** Opinion models: what people would say of a session, from what was measured of it. Pure functions; outside its range a model says nothing. */
package org.signalup.evaluate.internal.quality;
