/** 地图: vector tiles of places, key points, lines and samples, the page around them, and why each is as it is. */
package org.signalup.web.internal.map;
