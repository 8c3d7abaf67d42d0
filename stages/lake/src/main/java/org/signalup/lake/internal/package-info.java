/** The files of a lake: manifest, parts, log; who may write them and in what order, so that a kill at any moment loses nothing. */
package org.signalup.lake.internal;
