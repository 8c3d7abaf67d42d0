/** Positions on the earth: coordinate systems, distance, chainage along lines, bins, the cell index. JTS stays in here. */
package org.signalup.geo;
