/** 大屏: the overview for a wall, calm and without controls. */
package org.signalup.web.internal.wall;
